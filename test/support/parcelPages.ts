/** Pages of the made-up vendor: its journey, its trigger, and a server that sends codes and checks them. */
import type { ICredentialType, INodeType, INodeTypeDescription, IWebhookFunctions } from 'n8n-workflow';
import { triggerPropertiesOf } from '../../nodes/engine/form/trigger';
import { drawnTriggerOutputs, pageWebhooks } from '../../nodes/engine/form/triggerLook';
import { forgetAll } from '../../nodes/engine/page/memory';
import { servePage } from '../../nodes/engine/page/serve';
import { pageAccessCredential } from '../../nodes/engine/words/pageAccess';
import type { Vendor } from '../../nodes/engine/words/operation';
import { json, parcel, type ParcelApi, parcelCredential, serve } from './parcel';
import { openSite, type Site, type SiteOf } from './site';

/** The made-up vendor with a journey: the code that opens a locker. */
export const parcelWithPages: Vendor<ParcelApi> = {
	...parcel,
	credentials: [{ type: 'parcelApi', value: 'key', name: 'Key', pageSecret: 'key' }],
	journeys: [
		{
			resource: 'locker',
			send: 'sendCode',
			complete: 'open',
			contacts: [{ kind: 'phone', wire: 'PhoneNum', writing: 'international' }],
			code: { wire: 'Code', digits: 6 },
			words: { 'Box.Soon': 'sentJustNow' },
		},
	],
};

/** The trigger of the made-up vendor. */
export class ParcelTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Parcel Trigger',
		name: 'parcelTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Parcels',
		defaults: { name: 'Parcel Trigger' },
		inputs: [],
		outputs: drawnTriggerOutputs,
		credentials: [
			{ name: 'parcelApi', required: true },
			{ name: pageAccessCredential, required: true, displayOptions: { show: { pageAccess: ['basicAuth'] } } },
		],
		webhooks: pageWebhooks,
		properties: triggerPropertiesOf(parcelWithPages),
	};

	async webhook(this: IWebhookFunctions) {
		return await servePage(this, parcelWithPages);
	}
}

/** What the made-up vendor does with a request; undefined for what it usually does. */
export type Mood = (path: string, values: Readonly<Record<string, unknown>>) => object | 'silent' | undefined;

/** The made-up vendor's server, and pages that ask it. */
export interface ParcelPages {
	readonly site: Site;
	/** Codes by number, as they were sent. */
	readonly codes: Map<string, string>;
	/** Requests by path. */
	readonly asked: (path: string) => number;
	/** How the vendor answers from now on. */
	mood: Mood;
	readonly close: () => Promise<void>;
}

/** The credential's lasting secret. */
export const parcelSecret = 'parcel-secret-key-1';

/** The credential of the pages. */
export function pagesCredential(host: string, key: string = parcelSecret) {
	const { type } = parcelCredential(host);
	return { type: type as ICredentialType, values: { host, key } };
}

/** Opens pages of the made-up vendor. */
export async function openParcelPages(parameters: Readonly<Record<string, unknown>> = {}, workflowId = 'pages', settings: SiteOf['settings'] = {}, more: SiteOf['credentials'] = []): Promise<ParcelPages> {
	const codes = new Map<string, string>();
	let next = 100_000;
	const pages = { mood: (() => undefined) as Mood };
	const server = await serve((seen, response) => {
		const values = JSON.parse(seen.body) as Record<string, string>;
		const number = values['PhoneNum'] ?? '';
		const special = pages.mood(seen.path, values);
		if (special === 'silent') response.destroy();
		else if (special !== undefined) json(response, { id: 'r', ...special });
		else if (seen.path === '/send') {
			next += 7919;
			codes.set(number, String(next % 1_000_000).padStart(6, '0'));
			json(response, { id: 'sent' });
		} else if (codes.get(number) === values['Code']) {
			codes.delete(number);
			json(response, { id: 'opened', box: 'A7', echo: values['Code'] });
		} else json(response, { id: 'r', code: 'Box.WrongCode', message: `not ${String(values['Code'])}` });
	});
	const site = await openSite({
		node: new ParcelTrigger(),
		parameters: { resource: 'locker', channel: 1, countries: ['HK', 'GB', 'DE'], ...parameters } as never,
		credentials: [pagesCredential(server.url), ...more],
		workflowId,
		settings,
	});
	return Object.assign(pages, {
		site,
		codes,
		asked: (path: string) => server.seen.filter((one) => one.path === path).length,
		close: async () => {
			await site.close();
			await server.close();
		},
	});
}

/** Pages that each test of a file finds as nobody has used them. */
export interface FreshPages extends Omit<ParcelPages, 'close'> {
	/** Opens others in their place, until the test ends. */
	readonly reopen: (parameters?: Readonly<Record<string, unknown>>, credentials?: SiteOf['credentials']) => Promise<void>;
}

/**
 * Opens pages of the made-up vendor before each test of a file and closes them after it, with nothing remembered of
 * earlier visits.
 *
 * @param credentials - besides the vendor's own
 */
export function useParcelPages(parameters: Readonly<Record<string, unknown>> = {}, credentials: SiteOf['credentials'] = []): FreshPages {
	let pages: ParcelPages;
	const open = async (...given: Parameters<FreshPages['reopen']>): Promise<void> => {
		const [others = {}, more = []] = given;
		pages = await openParcelPages(others, 'pages', {}, more);
	};
	beforeEach(async () => {
		forgetAll();
		await open(parameters, credentials);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await pages.close();
	});
	return {
		get site() {
			return pages.site;
		},
		get codes() {
			return pages.codes;
		},
		get mood() {
			return pages.mood;
		},
		set mood(mood) {
			pages.mood = mood;
		},
		asked: (path) => pages.asked(path),
		reopen: async (...given) => {
			await pages.close();
			await open(...given);
		},
	};
}

/** Limits that a crowd of visitors from one address does not reach. */
export const forCrowds = { options: { perAddress: 10_000, perPrefix: 10_000, perDay: 100_000 } };
