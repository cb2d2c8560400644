/** How a trigger is set up: read from n8n at each request, whatever a person wrote there. */
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Journey } from '../words/journey';
import { isLanguage, type Language } from '../words/languages';
import { credentialNamed, journeyNamed, operationNamed, operatorFields } from '../words/lookup';
import { optionalFields, optionsCollection, parameterName } from '../words/names';
import type { CredentialChoice, Operation, Vendor } from '../words/operation';
import type { PageAccess } from '../words/pageAccess';
import { type PageLimit, type PageLimits, pageLimits } from '../words/pages';
import { type DataRecord, isRecord, textOf, unwrapped } from '../words/records';
import type { Contact, Place } from './seal';
import { type OwnField, readOwnFields } from './ownFields';

/** Where settings are read: at a visitor's request, or when the workflow is published. */
export type PageContext = IWebhookFunctions | IHookFunctions;

/** How the page ends when the vendor said yes. */
export interface Ending {
	readonly kind: 'text' | 'redirect' | 'workflow';
	readonly title: string;
	readonly text: string;
	readonly url: string;
}

/** All settings of a trigger. */
export interface Settings {
	readonly place: Place;
	readonly vendor: Vendor;
	readonly journey: Journey;
	readonly send: Operation;
	readonly complete: Operation;
	readonly credential: CredentialChoice;
	/** What the operator set for fields of the two calls, by wire name. */
	readonly given: Readonly<Record<string, unknown>>;
	readonly kinds: readonly Contact['kind'][];
	readonly countries: readonly string[];
	readonly title: string;
	readonly text: string;
	readonly fields: readonly OwnField[];
	readonly ending: Ending;
	readonly look: { readonly accent: string; readonly css: string; readonly logo: string };
	readonly language: Language | undefined;
	readonly origins: readonly string[];
	readonly limits: PageLimits;
	readonly maskContact: boolean;
	readonly proof: boolean;
	/** Whoever has the address sees the pages, or only who has a password as well. */
	readonly access: PageAccess;
}

/** What may be asked in an expression of a trigger. The request is not among it: a visitor would choose the value. */
const allowedInExpressions = new Set(['$vars', '$now', '$today', '$workflow', '$if', '$ifEmpty', '$secrets', '$env']);

/** Names in an expression that begin with a dollar sign, also where it is written as an escape. */
const namesAsked = /\$\w*|\\u(?:0024|\{0*24\})/g;

/** Names of settings whose expression reads something that a visitor sends. */
export function readsVisitor(parameters: unknown, path = ''): string[] {
	if (typeof parameters === 'string') {
		const asked = parameters.startsWith('=') ? (parameters.match(namesAsked) ?? []) : [];
		return asked.every((name) => allowedInExpressions.has(name)) ? [] : [path];
	}
	if (typeof parameters !== 'object' || parameters === null) return [];
	return Object.entries(parameters).flatMap(([name, value]) => readsVisitor(value, path === '' ? name : path));
}

const parameter = (context: PageContext, name: string): unknown => unwrapped(context.getNodeParameter(name, ''));

const textParameter = (context: PageContext, name: string): string => textOf(parameter(context, name)).trim();

const collection = (context: PageContext, name: string): DataRecord => {
	const value = parameter(context, name);
	return isRecord(value) ? value : {};
};

function givenBy(context: PageContext, vendor: Vendor, journey: Journey): Record<string, unknown> {
	const optional = collection(context, optionalFields);
	const pairs = operatorFields(vendor, journey).map(({ wire, required }): [string, unknown] => {
		const name = parameterName(wire);
		return [wire, required ? parameter(context, name) : unwrapped(optional[name])];
	});
	return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== ''));
}

function limitsIn(options: DataRecord): PageLimits {
	const read = (name: PageLimit): number => {
		const { usual, least, most } = pageLimits[name];
		const given = Number(options[name] ?? usual);
		return Number.isFinite(given) ? Math.min(most, Math.max(least, Math.round(given))) : usual;
	};
	return {
		cooldown: read('cooldown'),
		perContact: read('perContact'),
		perAddress: read('perAddress'),
		perPrefix: read('perPrefix'),
		perDay: read('perDay'),
		tries: read('tries'),
	};
}

function endingOf(context: PageContext): Ending {
	const kind = textParameter(context, 'ending');
	return {
		kind: kind === 'redirect' || kind === 'workflow' ? kind : 'text',
		title: textParameter(context, 'endingTitle'),
		text: textParameter(context, 'endingText'),
		url: textParameter(context, 'redirectUrl'),
	};
}

function kindsOf(context: PageContext, { contacts }: Journey): Contact['kind'][] {
	const kinds = contacts.map(({ kind }) => kind);
	const wanted = textParameter(context, 'contactKind');
	const chosen = kinds.filter((kind) => kind === wanted);
	return chosen.length === 0 ? kinds : chosen;
}

const listOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : textOf(value).split(',')).map((entry) => textOf(entry).trim()).filter((entry) => entry !== '');

/**
 * Reads the settings.
 *
 * @returns undefined where the trigger is set to something that is not declared.
 * @throws what n8n throws where an expression cannot be resolved.
 */
export function readSettings(context: PageContext, vendor: Vendor): Settings | undefined {
	const journey = journeyNamed(vendor, textParameter(context, 'resource'));
	if (journey === undefined) return undefined;
	const { resource } = journey;
	const send = operationNamed(vendor, { resource, operation: journey.send });
	const complete = operationNamed(vendor, { resource, operation: journey.complete });
	if (send === undefined || complete === undefined) return undefined;
	const options = collection(context, optionsCollection);
	const language = options['language'];
	return {
		place: { workflow: context.getWorkflow().id ?? '', node: context.getNode().id, resource },
		vendor,
		journey,
		send,
		complete,
		credential: credentialNamed(vendor, textParameter(context, 'authentication')),
		given: givenBy(context, vendor, journey),
		kinds: kindsOf(context, journey),
		countries: listOf(parameter(context, 'countries')),
		title: textParameter(context, 'pageTitle'),
		text: textParameter(context, 'pageText'),
		fields: readOwnFields(collection(context, 'formFields')),
		ending: endingOf(context),
		look: { accent: textOf(options['accentColor']), css: textOf(options['css']), logo: textOf(options['logo']).trim() },
		language: isLanguage(language) ? language : undefined,
		origins: listOf(options['allowedOrigins']),
		limits: limitsIn(options),
		maskContact: options['maskContact'] !== false,
		proof: options['proof'] === true,
		/* Whatever else stands there, the pages are not for everybody. */
		access: textParameter(context, 'pageAccess') === 'none' ? 'none' : 'basicAuth',
	};
}
