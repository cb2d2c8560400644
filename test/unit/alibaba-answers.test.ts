/** Answers that come close to Alibaba Cloud's envelope, in JSON and in XML, and those that are deep or long. */
import fc from 'fast-check';
import type { VendorAnswer } from '../../nodes/engine/words/operation';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { declared, jsonAnswer, parsedAnswer, textAnswer } from '../support/declarations';
import { answerSample } from '../support/samples';

const { operations } = alibabaCloud;
const sendCode = declared(alibabaCloud, 'whatsAppNumber.sendCode');
const list = declared(alibabaCloud, 'whatsAppNumber.list');
const listSpaces = declared(alibabaCloud, 'whatsAppNumber.listSpaces');
const getStatus = declared(alibabaCloud, 'whatsAppNumber.getVerificationStatus');

/** Read as the answer to a request for a code, unless another operation is named. */
const read = (answer: VendorAnswer, operation = sendCode) => alibabaCloud.read(answer, operation);

/** 50,000 levels, which overflow the stack of anything that goes down them. */
const deep = (opening: string, closing: string) => `${opening.repeat(50_000)}1${closing.repeat(50_000)}`;

const ok = { RequestId: 'r-1', Code: 'OK', Message: 'None', Success: true, AccessDeniedDetail: 'None' };

describe('the envelope of Alibaba Cloud', () => {
	it('reads a code that is a number, as WhatsApp numbers its own', () => {
		const refused = { RequestId: 'r-1', Code: 136024, Message: 'Request code failed.' };
		expect(read(jsonAnswer(refused))).toEqual({
			ok: false,
			requestId: 'r-1',
			code: '136024',
			message: 'Request code failed.',
		});
		expect(read(jsonAnswer({ ...ok, Code: 200 }))).toMatchObject({ ok: false, code: '200' });
	});

	it.each([undefined, null, '', ' ', 'None', 7, {}])(
		'is not the vendor’s without a request ID (%p): no success and no refusal, and the words stay',
		(RequestId) => {
			const happened = 'What came back has a code and no request ID of Alibaba Cloud';
			expect(read(jsonAnswer({ ...ok, RequestId }))).toEqual({ ok: undefined, happened, said: 'OK' });
			expect(read(jsonAnswer({ RequestId, Code: 'Throttling', Message: 'Slow.' }, 400))).toEqual({
				ok: undefined,
				happened,
				said: 'Throttling Slow.',
			});
		},
	);

	it.each(operations)('is a success with the answer that the page of $operation documents', (operation) => {
		const data = answerSample(operation);
		expect(read(jsonAnswer({ ...ok, ...data }), operation)).toEqual({ ok: true, requestId: 'r-1', data });
	});

	it.each([' OK', 'OK ', 'Ok'])('is no success where the code is "%s"', (Code) => {
		expect(read(jsonAnswer({ ...ok, Code })).ok).not.toBe(true);
	});

	it.each([
		['a list without its entries', list, {}],
		['a list with entries in another case', list, { phoneNumbers: [] }],
		['a list whose entries are null', list, { PhoneNumbers: null }],
		['a list whose entries are an object', list, { PhoneNumbers: {} }],
		['a list whose entries are texts', list, { PhoneNumbers: ['8613800001234'] }],
		['a list whose entries are lists', list, { PhoneNumbers: [[]] }],
		['a list whose entries are of something else', list, { PhoneNumbers: [{ Login: 'required' }] }],
		['a list inside another field', list, { Data: { PhoneNumbers: [] } }],
		['spaces with a total that is a text', listSpaces, { Data: [], TotalCount: '0' }],
		['a status without data', getStatus, {}],
		['a status whose data is a text', getStatus, { Data: 'VERIFIED' }],
		['a status whose data is a list', getStatus, { Data: [{ CodeVerificationStatus: 'VERIFIED' }] }],
		['a status whose data is of something else', getStatus, { Data: { Login: 'required' } }],
	] as const)('is no success without the data that is documented for it: %s', (_, operation, data) => {
		expect(read(jsonAnswer({ ...ok, ...data }), operation)).toEqual({
			ok: undefined,
			requestId: 'r-1',
			happened: 'Alibaba Cloud answered Code OK without the data that it documents',
		});
	});

	it.each([
		[list, { PhoneNumbers: [] }],
		[list, { PhoneNumbers: [{ PhoneNumber: '1', New: {} }], Data: 'x' }],
		[listSpaces, { Data: [], TotalCount: 0 }],
		[listSpaces, { Data: [{ CustSpaceId: 'cams-1' }], TotalCount: null }],
		[getStatus, { Data: { CodeVerificationStatus: 'NOT_VERIFIED' } }],
	] as const)('hands on data that is documented, and what is new in it', (operation, data) => {
		expect(read(jsonAnswer({ ...ok, ...data }), operation)).toEqual({ ok: true, requestId: 'r-1', data });
	});
});

describe('a refusal of Alibaba Cloud in XML', () => {
	it('reads a refusal in XML', () => {
		const xml =
			'\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<Error><RequestId>r-2</RequestId><HostId>h</HostId>' +
			'<Code> InvalidAccessKeyId.NotFound </Code><Message>Not &lt;found&gt; &amp;quot;</Message></Error>';
		expect(read(textAnswer(xml, 404))).toEqual({
			ok: false,
			requestId: 'r-2',
			code: 'InvalidAccessKeyId.NotFound',
			message: 'Not <found> &quot;',
		});
		expect(
			read(textAnswer('<Error><RequestId>r</RequestId><!-- a --><Code a="b"><![CDATA[A<B]]></Code ><Empty/></Error>\n', 400)),
		).toMatchObject({ ok: false, requestId: 'r', code: 'A<B', message: 'A<B' });
	});

	it('never reads XML as a success', () => {
		const xml = '<Error><RequestId>r-3</RequestId><Code>OK</Code><Success>true</Success></Error>';
		expect(read(textAnswer(xml))).toEqual({ ok: undefined, requestId: 'r-3' });
	});

	const inner = '<RequestId>r</RequestId><Code>Throttling</Code><Message>m</Message>';
	it.each([
		['half of it', `<Error>${inner}`],
		['half a tag', `<Error>${inner}</Error`],
		['an element that is never closed', '<Error><RequestId>r</RequestId><Code>Throttling'],
		['closed by another name', `<Error>${inner}</Errors>`],
		['elements that cross', '<Error><RequestId>r</RequestId><Code>A<Message></Code>b</Message></Error>'],
		['a page with such elements', `<html><body>${inner}</body></html>`],
		['another root', `<Response>${inner}</Response>`],
		['such elements deeper inside', `<Error><Detail>${inner}</Detail></Error>`],
		['text before it', `Code: <Error>${inner}</Error>`],
		['text behind it', `<Error>${inner}</Error> or so`],
		['text between the elements', `<Error>oh ${inner}</Error>`],
		['two of them', `<Error>${inner}</Error><Error>${inner}</Error>`],
		['a code that stands twice', `<Error>${inner}<Code>Forbidden</Code></Error>`],
		['a code of elements', '<Error><RequestId>r</RequestId><Code><a>Throttling</a></Code></Error>'],
		['a document type', `<!DOCTYPE Error [<!ENTITY a "b">]><Error>${inner}</Error>`],
		['no request ID', '<Error><Code>Throttling</Code><Message>m</Message></Error>'],
		['only a comment', `<!-- <Error>${inner}</Error> -->`],
		['a comment that is never closed', `<!-- <Error>${inner}</Error>`],
	])('does not read XML that is no whole refusal: %s', (_, text) => {
		expect(read(textAnswer(text, 400)).ok).toBeUndefined();
	});
});

describe('an answer of any size and depth', () => {
	it.each([
		['a body of deep lists', deep('[', ']')],
		['deep objects', deep('{"a":', '}')],
		['deep lists in Success', `{"RequestId":"r","Code":"OK","Success":${deep('[', ']')}}`],
		['deep lists in Code', `{"RequestId":"r","Code":${deep('[', ']')}}`],
		['deep lists in Message', `{"RequestId":"r","Code":"X","Message":${deep('[', ']')}}`],
		['deep lists in AccessDeniedDetail', `{"RequestId":"r","Code":"X","AccessDeniedDetail":{"a":${deep('[', ']')}}}`],
		['deep lists in place of a text', `{"RequestId":"r","Code":"OK","Success":{"a":${deep('[', ']')}}}`],
		['deep XML', '<Error>'.repeat(200_000)],
		['deep XML that is closed', `${'<Error>'.repeat(200_000)}${'</Error>'.repeat(200_000)}`],
		['a million tags that never end', '<'.repeat(1_000_000)],
		['a million opened texts', `<Error>${'<![CDATA['.repeat(200_000)}`],
		['a million ends', `<Error>${']]>'.repeat(400_000)}</Error>`],
		['a million entities', `<Error><Code>${'&lt;'.repeat(300_000)}</Code></Error>`],
		['blanks without end', `${' '.repeat(2_000_000)}<Error>${' '.repeat(2_000_000)}`],
	])('is read without a throw and without a success: %s', (_, text) => {
		for (const operation of operations) expect(read(parsedAnswer(text), operation).ok).not.toBe(true);
	});

	it('hands deep data on as it is', () => {
		const answer = parsedAnswer(`{"RequestId":"r","Code":"OK","PhoneNumbers":[{"CallingConfigure":${deep('[', ']')}}]}`);
		expect(read(answer, list).ok).toBe(true);
	});

	it('is read whatever it is: never thrown, and a success only with its envelope', () => {
		const near = fc.record(
			{
				Code: fc.oneof(fc.constantFrom('OK', 'Throttling'), fc.jsonValue()),
				Success: fc.jsonValue(),
				Message: fc.jsonValue(),
				RequestId: fc.oneof(fc.constant('r-1'), fc.jsonValue()),
				PhoneNumbers: fc.oneof(fc.array(fc.record({ PhoneNumber: fc.jsonValue() })), fc.jsonValue()),
				Data: fc.jsonValue(),
				AccessDeniedDetail: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		);
		const answers: fc.Arbitrary<VendorAnswer> = fc.record({
			status: fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 })),
			headers: fc.dictionary(fc.constantFrom('x-acs-retry-after', 'content-type'), fc.string()),
			text: fc.oneof(
				fc.string(),
				fc.string().map((code) => `<Error><RequestId>r</RequestId><Code>${code}</Code></Error>`),
				fc
					.array(fc.constantFrom('<', '>', '/', 'Error', 'Code', 'RequestId', '<Error>', '</Error>', '<![CDATA[', ']]>', '<!--', '-->', '&lt;'))
					.map((pieces) => pieces.join('')),
			),
			json: fc.oneof(near, fc.jsonValue(), fc.constant(undefined)),
		});
		fc.assert(
			fc.property(answers, fc.constantFrom(...operations), (answer, operation) => {
				const verdict = read(answer, operation);
				if (verdict.ok !== true) return;
				expect(answer.status).toBe(200);
				expect(answer.json).toMatchObject({ Code: 'OK', RequestId: expect.stringMatching(/\S/) as string });
				expect([undefined, null, true, 'true']).toContain((answer.json as { Success?: unknown }).Success);
			}),
			{ numRuns: 1000 },
		);
	});
});
