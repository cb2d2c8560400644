/**
 * The models of the vendors' SDKs, read from their sources: what each API takes and answers, as the vendor's own
 * generator wrote it. Nothing of an SDK is run, so that a version that was only fetched can be read as well.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A field of a model. */
export interface ModelField {
	/** What it holds; `integer` stands for every number. */
	readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
	/** The model of an object, or of the entries of a list; undefined for plain values. */
	readonly of?: string;
	/** What the vendor says about it; empty where the SDK has no words. */
	readonly text: string;
}

/** Fields by wire name. */
export type Model = Readonly<Record<string, ModelField>>;

/** An API of an SDK. */
export interface SdkApi {
	readonly request: Model;
	/** Every field of the answer by its path, such as `Data[].Code`. */
	readonly answer: Model;
}

/** APIs by name. */
export type SdkApis = Readonly<Record<string, SdkApi>>;

const plain: Readonly<Record<string, ModelField['type']>> = { string: 'string', number: 'integer', boolean: 'boolean', any: 'object' };

/** Reads what a list or object holds from how it is written. */
function typeOf(written: string, text: string): ModelField {
	const entries = /^Array\.<(\w+)>$/.exec(written)?.[1] ?? /itemType'?: '?(\w+)'?/.exec(written)?.[1];
	const inside = entries ?? written.replaceAll("'", '');
	const of = inside in plain || written.includes("'map'") ? {} : { of: inside };
	if (entries !== undefined) return { type: 'array', ...of, text };
	return { type: plain[inside] ?? 'object', ...of, text };
}

/** All fields below a model, by path. A model inside itself ends the path. */
function flat(models: Readonly<Record<string, Model>>, name: string, prefix = '', above: readonly string[] = []): Model {
	return Object.fromEntries(
		Object.entries(models[name] ?? {}).flatMap(([wire, field]) => {
			const path = `${prefix}${wire}`;
			const link = field.type === 'array' ? '[].' : '.';
			const below =
				field.of === undefined || above.includes(field.of) ? {} : flat(models, field.of, `${path}${link}`, [...above, name]);
			return [[path, field] as const, ...Object.entries(below)];
		}),
	);
}

const apisOf = (models: Readonly<Record<string, Model>>, answerEnding: string): SdkApis =>
	Object.fromEntries(
		Object.entries(models)
			.filter(([name]) => name.endsWith('Request'))
			.map(([name, request]) => {
				const action = name.slice(0, -'Request'.length);
				return [action, { request, answer: flat(models, `${action}${answerEnding}`) }] as const;
			}),
	);

/** Splits a source into its classes. */
const classesIn = (source: string): ReadonlyArray<readonly [name: string, body: string]> =>
	source.split(/^(?:export )?class /m).slice(1).map((part) => [/^\w+/.exec(part)?.[0] ?? '', part] as const);

/** The APIs of a service of Tencent Cloud's SDK; types and words stand in comments. */
export function tencentApis(folder: string, service: string, version: string): SdkApis {
	const source = readFileSync(join(folder, 'tencentcloud', service, `v${version.replaceAll('-', '')}`, 'models.js'), 'utf8');
	const models = classesIn(source).map(([name, body]) => {
		const fields = [...body.matchAll(/\/\*\*\n((?:(?!\*\/)[\s\S])*)\*\/\s*this\.(\w+) = null;/g)];
		const model = fields.map(([, comment = '', wire = '']) => {
			const [text = '', type = ''] = comment.replace(/^\s*\* ?/gm, '').trim().split(/@type \{([^|]+?) \|\| null\}/);
			return [wire, typeOf(type, text.trim())] as const;
		});
		return [name, Object.fromEntries(model)] as const;
	});
	return apisOf(Object.fromEntries(models), 'Response');
}

const sourcesBelow = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return sourcesBelow(path);
		return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
	});

/** What a method such as `names()` gives: the entries of the object that it returns. */
function given(body: string, method: string): ReadonlyMap<string, string> {
	const text = new RegExp(`static ${method}\\(\\)[^{]*\\{[^}]*\\}[^{]*\\{\\s*return \\{([\\s\\S]*?)\\n\\s*\\};`).exec(body)?.[1] ?? '';
	return new Map([...text.matchAll(/^\s*(\w+): (.+?),?$/gm)].map(([, name = '', value = '']) => [name, value]));
}

/** The APIs of a product of Alibaba Cloud, whose SDK describes each model by two methods and without words. */
export function alibabaApis(folder: string): SdkApis {
	const models = sourcesBelow(join(folder, 'src')).flatMap(classesIn).map(([name, body]) => {
		const types = given(body, 'types');
		const model = [...given(body, 'names')].map(([own, wire]) => [wire.replaceAll("'", ''), typeOf(types.get(own) ?? '', '')] as const);
		return [name, Object.fromEntries(model)] as const;
	});
	return apisOf(Object.fromEntries(models), 'ResponseBody');
}

/** The version of an SDK in its folder; undefined where there is none. */
export function versionIn(folder: string): string | undefined {
	const file = join(folder, 'package.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version : undefined;
}

/** A field in one line: type, and the words as a hash, so that a change is seen and the words stay the vendor's. */
const seal = ({ type, text }: ModelField): string =>
	text === '' ? type : `${type}, words ${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;

/** An API's fields, each in one line: `answer Data[].Code`: `string, words 1f2e...`. */
export const sealed = ({ request, answer }: SdkApi): Readonly<Record<string, string>> =>
	Object.fromEntries(
		[['request', request] as const, ['answer', answer] as const].flatMap(([part, model]) =>
			Object.entries(model).map(([path, field]) => [`${part} ${path}`, seal(field)] as const),
		),
	);
