/** Looks into a vendor's signer at work: which texts it hashes and which it signs, beside the header that comes out. */
import crypto, { type BinaryLike, type Hash, type Hmac } from 'node:crypto';

/** A signature with the steps that led to it. */
export interface SignedTexts {
	/** Step 1: what was hashed last before the signature. */
	readonly canonicalRequest: string;
	/** Step 2: what was signed. */
	readonly stringToSign: string;
	/** Step 4: the header Authorization. */
	readonly authorization: string;
}

const asText = (data: BinaryLike): string =>
	typeof data === 'string' ? data : Buffer.from(data as Uint8Array).toString('utf8');

/** Notes what goes into a hash or HMAC. */
function noting<Made extends Hash | Hmac>(made: Made, notes: string[]): Made {
	const update = made.update.bind(made) as (data: BinaryLike) => Made;
	return Object.assign(made, {
		update: (data: BinaryLike) => {
			notes.push(asText(data));
			return update(data);
		},
	});
}

/**
 * Runs a signer that works with createHash and createHmac of Node.
 *
 * @param sign - gives the header Authorization.
 */
export function textsOf(sign: () => string): SignedTexts {
	const hashed: string[] = [];
	const signed: string[] = [];
	const { createHash, createHmac } = crypto;
	crypto.createHash = (...given) => noting(createHash(...given), hashed);
	crypto.createHmac = (...given) => noting(createHmac(...given), signed);
	try {
		const authorization = sign();
		return { canonicalRequest: hashed.at(-1) ?? '', stringToSign: signed.at(-1) ?? '', authorization };
	} finally {
		Object.assign(crypto, { createHash, createHmac });
	}
}
