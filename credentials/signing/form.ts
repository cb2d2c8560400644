/** Values as a query or a form body, encoded as n8n would have encoded them, only strictly. */
import { percentEncode, type QueryPair } from './encoding';

/** How n8n writes a list: `a[0]=1`, `a[]=1`, `a=1&a=2` or `a=1,2`. */
export type ArrayFormat = 'indices' | 'brackets' | 'repeat' | 'comma';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Numbers and switches as JSON writes them, which is how people write them. */
function scalar(value: unknown): string {
	if (typeof value === 'string' || typeof value === 'bigint') return String(value);
	return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

const entryName = (name: string, index: number, format: ArrayFormat): string => {
	if (format === 'repeat') return name;
	return format === 'brackets' ? `${name}[]` : `${name}[${String(index)}]`;
};

function pairsOf(name: string, value: unknown, format: ArrayFormat): QueryPair[] {
	if (value === undefined || typeof value === 'function') return [];
	if (value === null) return [[percentEncode(name), '']];
	if (Array.isArray(value)) {
		if (format === 'comma') return [[percentEncode(name), percentEncode(value.map(scalar).join(','))]];
		return value.flatMap((entry, index) => pairsOf(entryName(name, index, format), entry, format));
	}
	if (isObject(value) && !(value instanceof Date)) {
		return Object.entries(value).flatMap(([key, entry]) => pairsOf(`${name}[${key}]`, entry, format));
	}
	return [[percentEncode(name), percentEncode(scalar(value))]];
}

/** The pairs of an object in its own order. Undefined is left out, null is an empty value. */
export const objectPairs = (values: object, format: ArrayFormat = 'indices'): QueryPair[] =>
	Object.entries(values).flatMap(([name, value]) => pairsOf(name, value, format));

const formats: readonly unknown[] = ['indices', 'brackets', 'repeat', 'comma'] satisfies ArrayFormat[];
const isArrayFormat = (value: unknown): value is ArrayFormat => formats.includes(value);

/** The list format that a request asks for: n8n's helpers and its HTTP Request node name it differently. */
export function arrayFormatOf(request: Readonly<Record<string, unknown>>): ArrayFormat {
	const { arrayFormat, qsStringifyOptions, useQuerystring } = request;
	if (isArrayFormat(arrayFormat)) return arrayFormat;
	const legacy: unknown = isObject(qsStringifyOptions) ? Reflect.get(qsStringifyOptions, 'arrayFormat') : undefined;
	if (isArrayFormat(legacy)) return legacy;
	return useQuerystring === true ? 'repeat' : 'indices';
}
