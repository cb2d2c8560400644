/** How Huawei Cloud answers. */
import { isAsDocumented } from '../engine/words/documentedAnswer';
import type { Operation, VendorAnswer, Verdict } from '../engine/words/operation';
import { type DataRecord, isRecord, textOf } from '../engine/words/records';

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A text, or nothing where one may stand. */
const isTextOrNothing = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';

type Refused = Omit<Extract<Verdict, { ok: false }>, 'requestId'>;
type Unreadable = Omit<Extract<Verdict, { ok: undefined }>, 'requestId'>;

const unreadable: Unreadable = { ok: undefined };

const secondsOf: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** The gateway names the window of its limit at the end: `over ratelimit,limit:10,time:1 minute`. */
function windowIn(message: string): number | undefined {
	const [, count = '', unit = ''] = /\btime: ?(\d{1,4}) ?(second|minute|hour|day)/i.exec(message) ?? [];
	const seconds = Number(count) * (secondsOf[unit.toLowerCase()] ?? 0);
	return seconds > 0 ? seconds : undefined;
}

function refusal(code: string, words: unknown, status: number): Refused {
	const message = textOf(words);
	const wait = status === 429 || code.endsWith('.0308') ? windowIn(message) : undefined;
	return { ok: false, code, message, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) };
}

/** Codes that Identity and Access Management writes as texts, in its older and in its newest calls. */
const identityCode = /^(?:IAM|PAP5)\.\w+$/;

/**
 * Identity and Access Management's older calls write `{"error":{"code":401,"message":"...","title":"..."}}`, the
 * HTTP status in place of a code. Many gateways write something alike, so that only the whole form counts.
 */
function identityRefusal(error: unknown, status: number): Refused | Unreadable {
	if (!isRecord(error)) return unreadable;
	const { code, message, title } = error;
	if (typeof code === 'string' && identityCode.test(code)) return refusal(code, message, status);
	const isWhole = typeof message === 'string' && typeof title === 'string';
	if (isWhole && code === status && status >= 400) return refusal(`IAM.${String(status)}`, message, status);
	if (!isFilled(message)) return unreadable;
	return { ok: undefined, happened: 'What came back is a refusal in the form of another service', said: message };
}

const isNoCode = (code: unknown): boolean => code === undefined || code === null || code === '';

/**
 * A code that says that all went well. What a success carries is not documented; sibling services of the vendor
 * write a code of zeros, such as `CBC.0000`.
 */
const isZeroCode = (code: unknown): boolean =>
	code === 0 || (typeof code === 'string' && /^(?:(?:OSM|CBC)\.)?0+$/.test(code));

/** Words that deny what a code of zeros says, in the languages of the vendor. */
const denial = /\b(?:denied|error|expired?|fail\w*|forbidden|incorrect|invalid|mismatch|no|not|refused|reject\w*|unable|wrong)\b|不|错误|失败|失效|过期|无效|未|异常|繁忙/i;

/** What a body says against a success; undefined where nothing does. */
function refusalIn(body: DataRecord, status: number): Refused | Unreadable | undefined {
	const { error_code: code, error_msg: words, error } = body;
	if (!isNoCode(code) && !isZeroCode(code)) {
		return isFilled(code) || Number.isSafeInteger(code) ? refusal(String(code), words, status) : unreadable;
	}
	if (error !== undefined) return identityRefusal(error, status);
	if (!isTextOrNothing(words) || !isTextOrNothing(body['request_id'])) return unreadable;
	if (isZeroCode(code) && denial.test(textOf(words))) {
		return { ok: undefined, happened: 'What came back has a code of success and a message that denies it', said: textOf(words) };
	}
	if (!isZeroCode(code) && isFilled(words)) {
		return { ok: undefined, happened: 'What came back has a message and no code', said: words };
	}
	return undefined;
}

const envelopeNames = new Set(['error_code', 'error_msg', 'request_id']);

/** Names, without case and signs, by which other services say how a call ended. */
const foreignNames = new Set(
	'code detail err errcode errmsg errorcode errormessage errormsg errors exception fault message msg result retcode status success'.split(
		' ',
	),
);

/** Whether data says by a name that is not documented how the call ended: then it is the answer of something else. */
const speaksOtherwise = ({ answer }: Operation, data: DataRecord): boolean =>
	Object.keys(data).some(
		(name) => foreignNames.has(name.toLowerCase().replace(/[_-]/g, '')) && !answer.some(({ wire }) => wire === name),
	);

/** Whether a success carries this: nothing where nothing is documented, else what is documented. */
const belongsTo = (operation: Operation, data: DataRecord): boolean =>
	operation.answer.length === 0
		? Object.keys(data).length === 0
		: isAsDocumented(operation, data) && !speaksOtherwise(operation, data);

/** Words of a body that is of another make. */
const wordsIn = (body: DataRecord): string => ['message', 'msg'].map((name) => textOf(body[name])).find(isFilled) ?? '';

/**
 * The body as far as it is one. The page's sample of a success is empty, and the vendor's own SDK takes an empty
 * body for one: it counts where the gateway has put its request ID on it and nothing is documented to come.
 */
function bodyOf({ headers, text, json }: VendorAnswer, { answer }: Operation): DataRecord | undefined {
	if (isRecord(json)) return json;
	const isEmpty = json === undefined && text.trim() === '';
	return isEmpty && answer.length === 0 && isFilled(headers['x-request-id']) ? {} : undefined;
}

/**
 * Judges by the body: business refusals come with HTTP status 200. A success is what the page of the operation
 * documents and nothing beyond it: an answer that says how it ended in another form is not the service's.
 */
export function read(answer: VendorAnswer, operation: Operation): Verdict {
	const { status, headers } = answer;
	const body = bodyOf(answer, operation);
	const requestId = [headers['x-request-id'], body?.['request_id']].find(isFilled);
	const known = requestId === undefined ? {} : { requestId };
	if (body === undefined) return { ...unreadable, ...known };
	const refused = refusalIn(body, status);
	if (refused !== undefined) return { ...refused, ...known };
	if (status !== 200) return { ...unreadable, ...known };
	const data = Object.fromEntries(Object.entries(body).filter(([name]) => !envelopeNames.has(name)));
	if (belongsTo(operation, data)) return { ok: true, ...known, data };
	const words = wordsIn(body);
	return {
		ok: undefined,
		...known,
		happened: 'What came back is not what Huawei Cloud documents for this call',
		...(words === '' ? {} : { said: words }),
	};
}
