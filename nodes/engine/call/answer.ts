/** The bytes that came back become an answer, within a size that no documented answer has. */
import type { VendorAnswer } from '../words/operation';
import { isRecord, textOf } from '../words/records';
import { hasRepeatedNames } from './repeatedNames';

/** Largest answer that is read, in bytes after unpacking. Documented answers stay far below. */
const longestAnswer = 2 * 1024 * 1024;

/** Why an answer could not be read to its end, without full stop. */
export class UnreadableBody extends Error {}

const isStream = (body: unknown): body is AsyncIterable<unknown> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

const isZlibCode = (thrown: unknown): boolean =>
	typeof thrown === 'object' && thrown !== null && /^(Z_|ERR_.*(ZLIB|BROTLI))/.test(textOf(Reflect.get(thrown, 'code')));

function asBytes(chunk: unknown): Buffer {
	if (typeof chunk === 'string') return Buffer.from(chunk, 'utf8');
	return chunk instanceof Uint8Array ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.alloc(0);
}

/** Leaving the loop early ends the stream and with it the connection. */
async function bytesOf(body: AsyncIterable<unknown>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of body) {
			const bytes = asBytes(chunk);
			size += bytes.length;
			if (size > longestAnswer) throw new UnreadableBody('The answer is longer than any documented one');
			chunks.push(bytes);
		}
	} catch (thrown) {
		throw isZlibCode(thrown) ? new UnreadableBody('The answer could not be unpacked') : thrown;
	}
	return Buffer.concat(chunks);
}

/** By the charset that the answer names; UTF-8 where it names none, or none that is known. */
function decoded(bytes: Buffer, contentType: string): string {
	const charset = /charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(charset).decode(bytes);
	} catch {
		return new TextDecoder().decode(bytes);
	}
}

function parsed(text: string): unknown {
	try {
		return hasRepeatedNames(text) ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function textOfBody(body: unknown, contentType: string): Promise<string> {
	if (isStream(body)) return decoded(await bytesOf(body), contentType);
	if (typeof body === 'string') return body;
	if (body instanceof Uint8Array || body instanceof ArrayBuffer) return decoded(Buffer.from(new Uint8Array(body)), contentType);
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

const namesOf = (headers: unknown): Record<string, string> =>
	Object.fromEntries(
		Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);

/**
 * Reads an answer to its end.
 *
 * @throws UnreadableBody where it is too long or cannot be unpacked; whatever the connection throws where it breaks.
 */
export async function readAnswer(status: number, headers: unknown, body: unknown): Promise<VendorAnswer> {
	const named = namesOf(headers);
	const text = await textOfBody(body, named['content-type'] ?? '');
	return { status, headers: named, text, json: parsed(text) };
}
