/** The forms in which a text turns up in messages, addresses and echoes of a request. */
import { percentEncode } from '../../../credentials/signing/encoding';

/** Characters of a base64 text that are the secret's alone, wherever in the encoded bytes it begins. */
function base64Cores(text: string): string[] {
	const bytes = Buffer.from(text, 'utf8');
	return [0, 1, 2].map((before) => {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '');
		const shared = (before + bytes.length) % 3 === 0 ? 0 : 1;
		return encoded.slice(Math.ceil((before * 8) / 6), encoded.length - shared);
	});
}

/** The text itself and its usual encodings: percent, form, JSON, HTML, base64 in both alphabets, hexadecimal. */
export function encodingsOf(text: string): string[] {
	const percent = percentEncode(text);
	const cores = base64Cores(text);
	return [
		text,
		percent,
		percent.replaceAll('%20', '+'),
		percentEncode(percent),
		JSON.stringify(text).slice(1, -1),
		text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
		...cores,
		...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_')),
		Buffer.from(text, 'utf8').toString('hex'),
	];
}
