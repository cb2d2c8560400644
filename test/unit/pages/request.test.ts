/** What is read of a visitor's request, and what no setting may read of it. */
import type { IWebhookFunctions } from 'n8n-workflow';
import { networkOf, readRequest } from '../../../nodes/engine/page/request';
import { readsVisitor } from '../../../nodes/engine/page/settings';

test.each([
	['2001:db8::1', '2001:db8::ffff', true],
	['2001:db8:0:1::1', '2001:db8:0:1:a:b:c:d', true],
	['2001:DB8::1', '2001:db8:0:0:1::2', true],
	['2001:0:0:1::1', '2001::1:a:b:c:d', true],
	['fe80::1%eth0', 'fe80::2%eth1', true],
	['::ffff:192.0.2.1', '192.0.2.1', true],
	['::ffff:c000:201', '192.0.2.1', true],
	['192.0.2.1:5000', '192.0.2.1:5001', true],
	['[2001:db8::1]:5000', '2001:db8::2', true],
	['2001:db8:0:1::1', '2001:db8:0:2::1', false],
	['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
	['192.0.2.1', '192.0.2.2', false],
])('whether visitors from %s and %s are counted as one: %s', (one, other, same) => {
	expect(networkOf(one) === networkOf(other)).toBe(same);
});

test('the address of a visitor is what n8n says where n8n knows its proxies, also where a visitor comes from the own network', () => {
	const from = (ips: readonly string[]) => {
		const request = { method: 'GET', query: {}, ip: '10.1.2.3', ips, headers: { 'x-forwarded-for': '10.1.2.3, 203.0.113.9' } };
		return readRequest({ getRequestObject: () => request } as unknown as IWebhookFunctions).address;
	};
	expect([from(['10.1.2.3']), from([])]).toEqual(['10.1.2.3', '203.0.113.9']);
});

test.each([
	['100.64.0.9', true],
	['100.127.255.1', true],
	['100.63.0.9', false],
	['100.128.0.9', false],
])('whether a visitor is the one that %s names, as a load balancer of a cloud: %s', (ip, isProxy) => {
	const request = { method: 'GET', query: {}, ip, ips: [], headers: { 'x-forwarded-for': '203.0.113.9' } };
	const { address } = readRequest({ getRequestObject: () => request } as unknown as IWebhookFunctions);
	expect(address).toBe(isProxy ? '203.0.113.9' : ip);
});

test.each([
	['={{ $json.body.space }}', true],
	['={{ \\u0024json.body.space }}', true],
	['={{ \\u{24}json.body.space }}', true],
	['={{ \\u{00024}json.body.space }}', true],
	["={{ $('Pages').first().json.body.space }}", true],
	['={{ $input.first() }}', true],
	['={{ $ json }}', true],
	['={{ `${$json.query.space}` }}', true],
	['={{ $jmespath($json, "query") }}', true],
	['={{ $parameter.pageTitle }}', true],
	['={{ $vars.space }} {{ $now.toISO() }}', false],
	['={{ "\\u00e9" }}', false],
	['$json is a word here', false],
])('whether %s reads what a visitor sends: %s', (expression, reads) => {
	expect(readsVisitor({ options: { list: [{ space: expression }] } })).toEqual(reads ? ['options'] : []);
});
