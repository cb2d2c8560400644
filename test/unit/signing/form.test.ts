/** Values as a query or a form, in the ways in which n8n writes lists. */
import { type ArrayFormat, arrayFormatOf, objectPairs } from '../../../credentials/signing/form';

const values = { a: ['x y', 2], b: { c: { d: 1 }, e: [{ f: 'é' }] } };

test.each([
	[undefined, [['a%5B0%5D', 'x%20y'], ['a%5B1%5D', '2'], ['b%5Bc%5D%5Bd%5D', '1'], ['b%5Be%5D%5B0%5D%5Bf%5D', '%C3%A9']]],
	['indices', [['a%5B0%5D', 'x%20y'], ['a%5B1%5D', '2'], ['b%5Bc%5D%5Bd%5D', '1'], ['b%5Be%5D%5B0%5D%5Bf%5D', '%C3%A9']]],
	['brackets', [['a%5B%5D', 'x%20y'], ['a%5B%5D', '2'], ['b%5Bc%5D%5Bd%5D', '1'], ['b%5Be%5D%5B%5D%5Bf%5D', '%C3%A9']]],
	['repeat', [['a', 'x%20y'], ['a', '2'], ['b%5Bc%5D%5Bd%5D', '1'], ['b%5Be%5D%5Bf%5D', '%C3%A9']]],
] as const)('lists and objects in one another are written by %s', (format, pairs) => {
	expect(objectPairs(values, format)).toEqual(pairs);
});

test('a list by commas is one value, each entry as it is written alone', () => {
	const when = new Date(0);
	expect(objectPairs({ a: ['x y', 2, true, when, { b: 1 }] }, 'comma')).toEqual([['a', 'x%20y%2C2%2Ctrue%2C1970-01-01T00%3A00%3A00.000Z%2C%7B%22b%22%3A1%7D']]);
});

test('what is undefined or does something is left out, null is empty, and the rest is written as JSON writes it', () => {
	const given = { a: undefined, b: null, c: () => 1, d: 0, e: false, f: 10n, g: new Date(0), h: '', 'i j': 1, k: [null, undefined] };
	expect(objectPairs(given)).toEqual([
		['b', ''], ['d', '0'], ['e', 'false'], ['f', '10'], ['g', '1970-01-01T00%3A00%3A00.000Z'], ['h', ''], ['i%20j', '1'], ['k%5B0%5D', ''],
	]);
});

test.each<[Readonly<Record<string, unknown>>, ArrayFormat]>([
	[{}, 'indices'],
	[{ arrayFormat: 'indices', useQuerystring: true }, 'indices'],
	[{ arrayFormat: 'brackets' }, 'brackets'],
	[{ arrayFormat: 'repeat' }, 'repeat'],
	[{ arrayFormat: 'comma', qsStringifyOptions: { arrayFormat: 'repeat' } }, 'comma'],
	[{ arrayFormat: 'other', qsStringifyOptions: { arrayFormat: 'brackets' } }, 'brackets'],
	[{ qsStringifyOptions: { arrayFormat: 'repeat' } }, 'repeat'],
	[{ qsStringifyOptions: { arrayFormat: 'other' }, useQuerystring: true }, 'repeat'],
	[{ qsStringifyOptions: null, useQuerystring: true }, 'repeat'],
	[{ qsStringifyOptions: 'repeat' }, 'indices'],
	[{ useQuerystring: 'true' }, 'indices'],
])('%j asks for lists by %s', (request, format) => {
	expect(arrayFormatOf(request)).toBe(format);
});
