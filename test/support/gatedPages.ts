/** Pages with a password, as the tests of them find them. */
import { VerificationPageAccessApi } from '../../credentials/VerificationPageAccessApi.credentials';
import { type FreshPages, useParcelPages } from './parcelPages';
import type { SiteOf } from './site';

/** The header of somebody who gives a name and a password. */
export const basic = (user: string, password: string) => ({ Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });

const staff = { user: 'staff', password: 'long:and-ünlike' };

/** The header that opens the pages. */
export const right = basic(staff.user, staff.password);

const gated = { pageAccess: 'basicAuth', pageTitle: 'For Staff', options: { css: '.own{}', logo: 'data:image/png;base64,AAAA' } };

/** Pages with a password, and what n8n keeps of it. */
export interface GatedPages {
	readonly pages: FreshPages;
	/** What n8n keeps of the page's credential now. */
	readonly kept: () => object;
	/** Has n8n keep something else. */
	readonly keep: (values: object) => void;
	/** Opens others in their place, with the same credential unless others are given. */
	readonly reopen: (parameters?: object, credentials?: SiteOf['credentials']) => Promise<void>;
}

/** Opens pages with a password before each test of a file and closes them after it. */
export function useGatedPages(): GatedPages {
	let opener: object = staff;
	const credential = { type: new VerificationPageAccessApi(), values: () => opener as never };
	const pages = useParcelPages(gated, [credential]);
	beforeEach(() => {
		opener = staff;
	});
	return {
		pages,
		kept: () => opener,
		keep: (values) => {
			opener = values;
		},
		reopen: async (parameters = {}, credentials = [credential]) => {
			await pages.reopen({ ...gated, ...parameters }, credentials);
		},
	};
}
