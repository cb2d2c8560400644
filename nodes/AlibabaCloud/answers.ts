/** How Alibaba Cloud answers. */
import { isAsDocumented, saysNo } from '../engine/words/documentedAnswer';
import type { Operation, VendorAnswer, Verdict } from '../engine/words/operation';
import { type DataRecord, isRecord } from '../engine/words/records';
import { readXml } from './xml';

/** A text that says something: the vendor fills empty ones with the word None. */
const said = (value: unknown): string => {
	const text = typeof value === 'string' ? value.trim() : '';
	return text === 'None' ? '' : text;
};

/** A code: a text, or the number that WhatsApp gives its own codes. */
const codeIn = (value: unknown): string => (Number.isSafeInteger(value) ? String(value) : said(value));

/** The reason of a missing permission: a text by the documentation, an object in some answers. */
function deniedDetail(detail: unknown): string {
	if (!isRecord(detail)) return said(detail);
	return Object.entries(detail)
		.filter(([name, value]) => name !== 'EncodedDiagnosticMessage' && said(value) !== '')
		.map(([name, value]) => `${name}: ${said(value)}`)
		.join(', ');
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');

const messageOf = (envelope: DataRecord): string =>
	joined([said(envelope['Message']), deniedDetail(envelope['AccessDeniedDetail'])]);

/** The wait that a throttled answer asks for. The vendor writes ms; zero and less mean nothing. */
function retryAfterSeconds({ headers }: VendorAnswer): number | undefined {
	const written = headers['x-acs-retry-after'] ?? '';
	const ms = /^\d{1,9}$/.test(written) ? Number(written) : 0;
	return ms > 0 ? Math.ceil(ms / 1000) : undefined;
}

/** A value of an answer as a person may read it, whatever its size and depth is. */
const shown = (value: unknown): string => {
	if (typeof value === 'string') return JSON.stringify(value.slice(0, 20));
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'of another type';
};

const unreadable = (happened: string, words: string): Verdict => ({
	ok: undefined,
	happened,
	...(words === '' ? {} : { said: words }),
});

const envelopeNames = new Set(['RequestId', 'Code', 'Message', 'Success', 'AccessDeniedDetail']);

const dataOf = (envelope: DataRecord): DataRecord =>
	Object.fromEntries(Object.entries(envelope).filter(([name]) => !envelopeNames.has(name)));

/**
 * An OK. `Success` is missing in older answers; where it stands and is not true, nobody knows what happened, and
 * the answer is no envelope.
 */
function success(envelope: DataRecord, status: number, operation: Operation): Verdict {
	const words = messageOf(envelope);
	const isTrue = [undefined, null, true, 'true'].some((allowed) => envelope['Success'] === allowed);
	if (status !== 200 || !isTrue) {
		const also = status === 200 ? `Success ${shown(envelope['Success'])}` : `HTTP status ${String(status)}`;
		return unreadable(`Alibaba Cloud answered Code OK together with ${also}`, words);
	}
	const data = dataOf(envelope);
	if (saysNo(operation, data)) return unreadable('Alibaba Cloud answered Code OK together with a refusal', words);
	return isAsDocumented(operation, data)
		? { ok: true, data }
		: unreadable('Alibaba Cloud answered Code OK without the data that it documents', words);
}

function refusal(code: string, envelope: DataRecord, answer: VendorAnswer): Verdict {
	const message = messageOf(envelope);
	const wait = retryAfterSeconds(answer);
	return {
		ok: false,
		code,
		message: message === '' ? code : message,
		...(wait === undefined ? {} : { retryAfterSeconds: wait }),
	};
}

/**
 * Judges by the envelope: the HTTP status alone says nothing, refusals come with 200 as well. Every answer of the
 * vendor has a request ID, a refusal by its gateway included: what has none was written by something on the way.
 */
export function read(answer: VendorAnswer, operation: Operation): Verdict {
	const json = isRecord(answer.json) ? answer.json : undefined;
	const envelope = json ?? readXml(answer.text) ?? {};
	const code = codeIn(envelope['Code']);
	const requestId = said(envelope['RequestId']);
	if (requestId === '') {
		if (code === '') return { ok: undefined };
		return unreadable('What came back has a code and no request ID of Alibaba Cloud', joined([code, messageOf(envelope)]));
	}
	const isOk = envelope === json && envelope['Code'] === 'OK';
	if (code === '' || (code === 'OK' && !isOk)) return { ok: undefined, requestId };
	return { ...(isOk ? success(envelope, answer.status, operation) : refusal(code, envelope, answer)), requestId };
}
