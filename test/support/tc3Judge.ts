/**
 * Checks a received TC3-HMAC-SHA256 signature from the bytes that arrived, by the text of
 * https://cloud.tencent.com/document/api/213/30654 alone. The vendor's SDK cannot: it signs two headers only.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Received } from './wire';

const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** What the header Authorization should have been; `path` is what the vendor's host sees of the address. */
export function expectedTc3(request: Received, secretKey: string, path = '/'): string {
	const given = request.headers.authorization ?? '';
	const match = /^TC3-HMAC-SHA256 Credential=([^/]+)\/([^/]+)\/([^/]+)\/tc3_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/.exec(given);
	if (!match) return 'an Authorization of the documented form';
	const [, secretId = '', , , names = ''] = match;
	const timestamp = String(request.headers['x-tc-timestamp']);
	const date = new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
	const service = String(request.headers.host).split('.')[0] ?? '';
	const block = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim().toLowerCase()}\n`).join('');
	const query = request.target.split('?')[1] ?? '';
	const canonical = [request.method, path, query, block, names, sha(request.body)].join('\n');
	const scope = `${date}/${service}/tc3_request`;
	const toSign = ['TC3-HMAC-SHA256', timestamp, scope, sha(canonical)].join('\n');
	const signing = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
	const signature = hmac(signing, toSign).toString('hex');
	return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}
