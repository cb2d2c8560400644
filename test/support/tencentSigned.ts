/** Requests to Tencent Cloud, signed by the text of the specification alone. */
import { permanentKey } from '../../sandbox/tencent/keys';
import { expectedTc3 } from './tc3Judge';

/** A request whose Authorization covers these headers, signed by the text of the specification. */
export function signed(time: number, names: string, more: Readonly<Record<string, string>> = {}, body = '{}') {
	const date = new Date(time).toISOString().slice(0, 10);
	const headers = {
		host: 'smh.ap-singapore.tencentcloudapi.com',
		'content-type': 'application/json; charset=UTF-8',
		'x-tc-action': 'DescribeOfficialInstances',
		'x-tc-version': '2021-07-12',
		'x-tc-timestamp': String(Math.floor(time / 1000)),
		authorization: `TC3-HMAC-SHA256 Credential=${permanentKey.secretId}/${date}/smh/tc3_request, SignedHeaders=${names}, Signature=${'0'.repeat(64)}`,
		...more,
	};
	const received = { method: 'POST', target: '/', headers, names: [], body: Buffer.from(body) };
	return { headers: { ...headers, authorization: expectedTc3(received, permanentKey.secretKey) }, body };
}

/** The code of a refusal; undefined for a success. */
export const codeOf = (text: string): unknown =>
	(JSON.parse(text) as { Response: { Error?: { Code: string } } }).Response.Error?.Code;
