/** Holds declarations against the models of the vendors' SDKs. */
import { join } from 'node:path';
import type { AlibabaApi } from '../../nodes/AlibabaCloud/api';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import type { Field, Operation } from '../../nodes/engine/words/operation';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import { alibabaApis, type ModelField, sealed, type SdkApi, type SdkApis, tencentApis, versionIn } from './sdkModels';

/** An SDK whose models are held. */
export interface ModelledSdk {
	readonly packageName: string;
	/** What an operation is called in the SDK, with its declaration. */
	readonly operations: ReadonlyArray<readonly [action: string, operation: Operation]>;
	/** The APIs of the declared services. */
	readonly read: (folder: string) => SdkApis;
	/** The envelope, which every answer has and no declaration names. */
	readonly envelope: readonly string[];
}

const tencentServices = [...new Map(tencentCloud.operations.map(({ api }) => [api.service, api.version]))];

/** The SDKs on npm that have models of declared APIs. Huawei Cloud has none for Service Tickets. */
export const modelledSdks: readonly ModelledSdk[] = [
	{
		packageName: 'tencentcloud-sdk-nodejs-intl-en',
		operations: tencentCloud.operations.map((operation) => [operation.api.action, operation] as const),
		read: (folder) => Object.assign({}, ...tencentServices.map(([service, version]) => tencentApis(folder, service, version))) as SdkApis,
		envelope: ['RequestId'],
	},
	{
		packageName: '@alicloud/cams20200606',
		operations: alibabaCloud.operations.map((operation: Operation<AlibabaApi>) => [operation.api.action, operation] as const),
		read: alibabaApis,
		envelope: ['RequestId', 'Code', 'Message', 'AccessDeniedDetail'],
	},
];

/** Where npm has put an SDK. */
export const installedFolder = (packageName: string): string => join(__dirname, '..', '..', 'node_modules', packageName);

const wireType = (field: Field): ModelField['type'] => {
	if (field.type === 'choice') return typeof field.choices[0]?.value === 'number' ? 'integer' : 'string';
	return ({ text: 'string', integer: 'integer', flag: 'boolean', list: 'array' } as const)[field.type];
};

/** Names and types of both, as lines of differences. */
function unlike(part: string, declared: ReadonlyMap<string, string>, model: ReadonlyMap<string, string>): string[] {
	return [...new Set([...declared.keys(), ...model.keys()])].sort().flatMap((path) => {
		const [ours, theirs] = [declared.get(path), model.get(path)];
		if (ours === theirs) return [];
		if (ours === undefined) return [`${part} ${path}: only in the SDK`];
		return [theirs === undefined ? `${part} ${path}: only declared, as ${ours}` : `${part} ${path}: declared ${ours}, ${theirs} in the SDK`];
	});
}

const wordIn = (text: string, word: string): boolean => new RegExp(`(?<![\\w.])${word.replaceAll('+', '\\+')}(?!\\w)`).test(text);

/** Documented values that stand in the words about a field, and the other way round. */
function unlikeValues(field: Field, { text }: ModelField): string[] {
	if (text === '') return [];
	const declared = field.type === 'choice' ? field.choices.map(({ value }) => String(value)) : [];
	const refused = field.type === 'text' ? (field.refused ?? []) : [];
	const said = [...(/Valid values?:([^.\n]*)/i.exec(text)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
	const refusals = (/not allowed to be ([\d,]+)/.exec(text)?.[1] ?? '').split(',').filter((value) => value !== '');
	return [
		...declared.filter((value) => !wordIn(text, value)).map((value) => `value ${field.wire} ${value}: only declared`),
		...said.filter((value) => !declared.includes(value)).map((value) => `value ${field.wire} ${value}: only in the SDK`),
		...refusals.filter((value) => !refused.includes(value)).map((value) => `value ${field.wire} ${value}: refused in the SDK`),
		...(/This (parameter )?is (a )?required/.test(text) && !field.required ? [`field ${field.wire}: required in the SDK`] : []),
	];
}

/** Everything in which a declaration and its model differ, one line each. */
export function differencesOf(operation: Operation, api: SdkApi, envelope: readonly string[]): string[] {
	const { fields, listing, answer } = operation;
	const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
	const request = new Map<string, string>([...fields.map((field) => [field.wire, wireType(field)] as const), ...paging.map((wire) => [wire, 'integer'] as const)]);
	const above = answer.flatMap(({ wire }) =>
		[...wire.matchAll(/(\[\])?\./g)].map(({ index, 1: list }) => [wire.slice(0, index), list === undefined ? 'object' : 'array'] as const),
	);
	const answered = new Map<string, string>([...above, ...answer.map(({ wire, type }) => [wire, type] as const)]);
	const types = (model: SdkApi['answer']) => new Map(Object.entries(model).map(([path, { type }]) => [path, type as string]));
	const own = new Map([...types(api.answer)].filter(([path]) => !envelope.includes(path)));
	return [
		...unlike('field', request, types(api.request)),
		...unlike('answer', answered, own),
		...fields.flatMap((field) => {
			const model = api.request[field.wire];
			return model === undefined ? [] : unlikeValues(field, model);
		}),
	];
}

/** Differences that are meant: by API, the line and why. An API that an SDK does not have has the line `absent`. */
export const explainedModels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	CreateAccount: {
		'value AccountType business: only declared': "The page's samples send business, its list of values says company; both are offered",
	},
	QueryChatappPhoneNumbers: {
		'answer PhoneNumbers[].CallingConfigure: only declared, as object': 'New in 2026; the SDK on npm is older than the page',
		'answer PhoneNumbers[].IsOfficial: only declared, as string': 'Newer than the SDK on npm',
	},
	ListInstance: { absent: 'New in 2026; the SDK on npm is older than the page' },
};

/** What nobody has explained of an API: differences, and explanations of what differs no more. */
export function unexplained(action: string, operation: Operation, api: SdkApi | undefined, envelope: readonly string[]): string[] {
	const explained = explainedModels[action] ?? {};
	const found = api === undefined ? ['absent'] : differencesOf(operation, api, envelope);
	return [
		...found.filter((line) => !(line in explained)),
		...Object.keys(explained).filter((line) => !found.includes(line)).map((line) => `${line}, as explained, but not any more`),
	];
}

/** Where the fields of the SDKs are kept as they were when a person last compared them with the declarations. */
export const keptModels = join(__dirname, '..', 'data', 'sdk-models.json');

/** What is kept of an SDK: its version, and the fields of each declared API as {@link sealed} writes them. */
export interface KeptSdk {
	readonly version: string;
	readonly apis: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is to be kept of an SDK. */
export function keptOf({ operations, read }: ModelledSdk, folder: string): KeptSdk {
	const apis = read(folder);
	const known = operations.flatMap(([action]) => {
		const api = apis[action];
		return api === undefined ? [] : [[action, sealed(api)] as const];
	});
	return { version: versionIn(folder) ?? 'none', apis: Object.fromEntries(known) };
}

/** What has changed from one state of an SDK to another, one line for each field. */
export const changes = (before: KeptSdk, after: KeptSdk): string[] =>
	[...new Set([...Object.keys(before.apis), ...Object.keys(after.apis)])].flatMap((action) => {
		const [old, now] = [before.apis[action] ?? {}, after.apis[action] ?? {}];
		return [...new Set([...Object.keys(old), ...Object.keys(now)])]
			.filter((field) => old[field] !== now[field])
			.map((field) => `${action}, ${field}: was ${old[field] ?? 'not there'}, is ${now[field] ?? 'gone'}`);
	});
