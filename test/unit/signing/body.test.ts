/** The very bytes of a body, whatever shape it is handed over in. */
import { Readable } from 'node:stream';
import { asSent, bodyOf, formType, hasFiles, jsonType } from '../../../credentials/signing/body';
import { SigningRefusal } from '../../../credentials/signing/refusal';

const of = (request: Readonly<Record<string, unknown>>, contentType?: string, method = 'POST') => bodyOf(request, method, contentType);
const text = (given: string) => Buffer.from(given, 'utf8');

test.each([
	['nothing', {}, {}],
	['null', { body: null }, {}],
	['an empty text', { body: '' }, {}],
	['a text', { body: 'ü' }, { bytes: text('ü') }],
	['a text that is JSON, with spaces around it', { body: ' {} ' }, { bytes: text(' {} ') }],
	['an empty object', { body: {} }, { bytes: text('{}'), implied: jsonType }],
	['an empty list', { body: [] }, { bytes: text('[]'), implied: jsonType }],
	['an object', { body: { a: 'ü', b: undefined, c: null } }, { bytes: text('{"a":"ü","c":null}'), implied: jsonType }],
	['a list', { body: [1, 'b'] }, { bytes: text('[1,"b"]'), implied: jsonType }],
	['a number', { body: 0 }, { bytes: text('0'), implied: jsonType }],
	['a switch', { body: false }, { bytes: text('false'), implied: jsonType }],
	['bytes', { body: text('ab') }, { bytes: text('ab') }],
	['bytes in a larger piece of memory', { body: new Uint8Array([1, 2, 3, 4]).subarray(1, 3) }, { bytes: Buffer.from([2, 3]) }],
	['a piece of memory', { body: new Uint8Array([1, 2]).buffer }, { bytes: Buffer.from([1, 2]) }],
	['a form of the browser', { body: new URLSearchParams({ a: 'b c' }) }, { bytes: 'a=b+c', implied: formType }],
	['an empty form of the browser', { body: new URLSearchParams() }, { bytes: '', implied: formType }],
	['a form', { form: { a: 'b c', d: [1, 2] } }, { bytes: 'a=b%20c&d%5B0%5D=1&d%5B1%5D=2', implied: formType }],
	['a form that is a text', { form: 'a=b' }, { bytes: 'a=b', implied: formType }],
	['a form before a body', { form: { a: 1 }, body: { b: 2 } }, { bytes: 'a=1', implied: formType }],
	['no form, but a body', { form: null, body: { b: 2 } }, { bytes: text('{"b":2}'), implied: jsonType }],
])('%s comes to its bytes', (_what, request, body) => {
	expect(of(request)).toEqual(body);
});

test.each([
	['an object', { a: 'b c' }, { bytes: 'a=b%20c', implied: formType }],
	['a text', 'a=b', { bytes: 'a=b', implied: formType }],
	['bytes', text('a=b'), { bytes: 'a=b' }],
])('under a content type of forms %s is a form', (_what, body, expected) => {
	for (const contentType of [formType, `${formType.toUpperCase()}; charset=utf-8`]) expect(of({ body }, contentType)).toEqual(expected);
	expect(of({ body }, 'text/plain')).not.toEqual(expected);
});

test.each(['GET', 'HEAD'])('a %s goes without a body, and one that has any is refused', (method) => {
	for (const body of [undefined, null, '', {}, [], Buffer.alloc(0)]) expect(of({ body }, undefined, method)).toEqual({});
	for (const body of ['a', { a: 1 }, [0], 0, new URLSearchParams()]) {
		expect(() => of({ body }, undefined, method)).toThrow(
			new SigningRefusal(`A ${method} request carries no body. Put the values into the query, or choose the method POST.`),
		);
	}
});

class FormData {
	append(): void {
		throw new Error('Nobody adds to it');
	}
}

test.each([
	['a stream', { body: Readable.from(['a']) }],
	['multipart form data', { body: new FormData() }],
	['a file', { body: new Blob(['a']) }],
	['form data of the older helper', { formData: { file: 'a' } }],
])('%s has no fixed bytes, so it is refused', (_what, request) => {
	expect(hasFiles(request)).toBe(true);
	expect(() => of(request)).toThrow(
		new SigningRefusal('A body of files (multipart form data, binary stream) cannot be signed. Send the values as JSON or as a form.'),
	);
});

test.each([{}, { body: 'a' }, { body: new URLSearchParams() }, { body: null }, { formData: {} }, { formData: undefined }, { body: { pipe: 'a', append: 1, stream: true } }])(
	'%j holds no files',
	(request) => {
		expect(hasFiles(request)).toBe(false);
	},
);

test('a body that JSON cannot write is refused', () => {
	const round: Record<string, unknown> = {};
	round['self'] = round;
	for (const body of [round, { a: 1n }, 1n, () => 1, Symbol('a')]) {
		expect(() => of({ body })).toThrow(new SigningRefusal('The body cannot be written as JSON: it refers to itself or holds a BigInt value.'));
	}
});

test('what is sent is a text where it is a form, and bytes otherwise, which n8n leaves as they are', () => {
	expect([asSent(text('a=ü'), `${formType};charset=utf-8`), asSent('a=b', formType)]).toEqual(['a=ü', 'a=b']);
	for (const type of [undefined, '', jsonType, 'text/plain', `x-${formType}`]) expect([asSent('a', type), asSent(text('b'), type)]).toEqual([text('a'), text('b')]);
});
