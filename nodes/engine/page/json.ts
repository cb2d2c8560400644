/** The same steps for an own front end: what a page would show, as JSON. docs/pages.openapi.json is the contract. */
import type { Language } from '../words/languages';
import { namedCountries } from './countries';
import { saidText } from './html/layout';
import { shownContact } from './contact';
import type { Said } from './seal';
import type { Settings } from './settings';
import type { Step } from './step';

/** An answer for a program. */
export interface JsonAnswer {
	readonly status: number;
	readonly body: Readonly<Record<string, unknown>>;
}

/** The entry that is spoken of, by the name under which a program gave it. */
const entryOf = ({ fields }: Settings, field: string): string => {
	const own = fields.find(({ input }) => input === field);
	return own === undefined ? field : `fields.${own.name}`;
};

function reasonOf(settings: Settings, language: Language, said: Said | undefined): object {
	if (said === undefined) return {};
	const { word, field, filling } = said;
	return { reason: { ...filling, ...(field === undefined ? {} : { field: entryOf(settings, field) }), word, text: saidText(language, said) } };
}

/** What the first page asks. */
const asked = ({ countries, kinds, fields, journey }: Settings, language: Language) => ({
	asks: {
		contact: kinds,
		countries: namedCountries(countries, language).map(({ country, dialling, name }) => ({ country, name, diallingCode: dialling })),
		first: (journey.asksFirst ?? []).map(({ as }) => as),
		withCode: (journey.asksWithCode ?? []).flatMap(({ as, twin }) => (twin === undefined ? [as] : [as, `${as}Again`])),
		fields: fields.map(({ name, label, type, required, options }) => ({ name, label, type, required, ...(options.length === 0 ? {} : { options }) })),
	},
});

/**
 * A step as JSON.
 *
 * @param token - what the next request has to bring back; empty where there is none.
 * @param posts - whether something was asked for: then a first page is a refusal.
 */
export function jsonOf(settings: Settings, language: Language, step: Step, token: string, now: number, posts: boolean): JsonAnswer {
	switch (step.page) {
		case 'contact':
			return posts
				? { status: 422, body: { state: 'contact', ...reasonOf(settings, language, step.content.said) } }
				: { status: 200, body: { state: 'contact', ...asked(settings, language) } };
		case 'code': {
			const { contact, againAt, perhaps, said } = step.content;
			const refused = said !== undefined && said.word !== 'newCodeSent';
			return {
				status: refused ? 422 : 200,
				body: {
					state: 'code',
					token,
					contact: shownContact(contact),
					askAgainInSeconds: Math.max(0, Math.ceil((againAt - now) / 1000)),
					...(perhaps === true ? { perhapsSent: true } : {}),
					...reasonOf(settings, language, said),
				},
			};
		}
		case 'end': {
			const { how, reference, title, text } = step.content;
			const shown = { ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { text }) };
			const proof = step.start?.json['proof'];
			return {
				status: how === 'verified' ? 200 : 503,
				body: { state: how, reference, ...shown, ...(typeof proof === 'string' ? { proof } : {}) },
			};
		}
		case 'stop':
			return { status: 503, body: { state: 'stop' } };
	}
}
