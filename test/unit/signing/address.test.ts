/** Which host is signed and where the bytes go, from whatever part of n8n asks. */
import { addressOf, type HostRule } from '../../../credentials/signing/address';
import { SigningRefusal } from '../../../credentials/signing/refusal';

const endpoint = (address: string, more: object = {}) => ({ address, label: 'Endpoint', ...more });
const rule = (...endpoints: HostRule['endpoints']): HostRule => ({ domains: ['example.com', 'example.cn'], endpoints });
const none = rule(endpoint(''));

const at = (request: Readonly<Record<string, unknown>>, hostHeader?: string, by = none) => addressOf(request, hostHeader, by);

const incomplete = 'The address of the request is incomplete. It must begin with https:// and name a host.';

describe('an address', () => {
	test.each([
		['as a text', { url: 'https://api.example.com/a' }],
		['as a URL', { url: new URL('https://api.example.com/a') }],
		['under uri, as the older helper has it', { uri: 'https://api.example.com/a' }],
		['under uri, before url', { uri: 'https://api.example.com/a', url: 'https://other.example.com/b' }],
		['with an empty base', { baseURL: '', url: 'https://api.example.com/a' }],
		['with a base that is none', { baseURL: 7, url: 'https://api.example.com/a' }],
		['whole, whatever the base is', { baseURL: 'https://other.example.com', url: 'https://api.example.com/a' }],
		['whole in capitals', { baseURL: 'https://other.example.com', url: 'HTTPS://api.example.com/a' }],
		['behind a base', { baseURL: 'https://api.example.com', url: 'a' }],
		['behind a base, with a slash', { baseURL: 'https://api.example.com', url: '/a' }],
		['behind a base that ends with one', { baseURL: 'https://api.example.com/', url: 'a' }],
		['behind a base, with slashes on both sides', { baseURL: 'https://api.example.com//', url: '//a' }],
		['as the base alone', { baseURL: 'https://api.example.com/a', url: '' }],
		['as the base alone, with a slash behind it', { baseURL: 'https://api.example.com/a/' }],
	])('%s is the same', (_how, request) => {
		expect(at(request)).toEqual({ host: 'api.example.com', path: '/a', query: [], url: 'https://api.example.com/a' });
	});

	test('behind a base keeps the slashes inside both', () => {
		expect(at({ baseURL: 'https://api.example.com/a//b', url: 'c//d/' }).path).toBe('/a//b/c//d/');
	});

	test.each([
		['nothing', {}],
		['an empty text', { url: '' }],
		['a number', { url: 7 }],
		['a path alone', { url: '/a' }],
		['a host alone', { url: 'api.example.com' }],
		['another scheme', { url: 'ftp://api.example.com' }],
		['another scheme that holds this one', { url: 'x+https://api.example.com' }],
		['no host', { url: 'https://' }],
		['a base without a scheme', { baseURL: 'api.example.com', url: 'a' }],
		['another scheme behind a base', { baseURL: 'https://api.example.com', url: 'data:text/plain,a' }],
	])('that is %s is refused', (_what, request) => {
		expect(() => at(request)).toThrow(new SigningRefusal(incomplete));
	});

	test('has the query of its text first, then what stands beside it', () => {
		expect(at({ url: 'https://api.example.com/?a=1&b', qs: { c: 'ü', a: [2, 3] } })).toMatchObject({
			query: [['a', '1'], ['b', ''], ['c', '%C3%BC'], ['a%5B0%5D', '2'], ['a%5B1%5D', '3']],
			url: 'https://api.example.com/?a=1&b=&c=%C3%BC&a%5B0%5D=2&a%5B1%5D=3',
		});
		expect(at({ url: 'https://api.example.com/', qs: { a: [2, 3] }, arrayFormat: 'repeat' }).url).toBe('https://api.example.com/?a=2&a=3');
		expect(at({ url: 'https://api.example.com/?a=1#b', qs: null }).url).toBe('https://api.example.com/?a=1');
		expect(at({ url: 'https://api.example.com/?a=1', qs: 'b=2' }).url).toBe('https://api.example.com/?a=1');
	});

	test('keeps its port, in what is signed and in where it goes', () => {
		expect(at({ url: 'https://API.example.com:8443/' })).toMatchObject({ host: 'api.example.com:8443', url: 'https://api.example.com:8443/' });
	});
});

describe('a host', () => {
	test.each(['https://example.com/', 'https://a.b.example.cn/', 'https://EXAMPLE.com/'])('of the vendor is signed: %s', (url) => {
		expect(() => at({ url })).not.toThrow();
	});

	test.each([
		['https://example.org/', 'example.org'],
		['https://notexample.com/', 'notexample.com'],
		['https://example.com.evil.org/', 'example.com.evil.org'],
		['https://example.com@evil.org:8443/', 'evil.org:8443'],
		['http://evil.org/', 'evil.org'],
	])('of anybody else gets no signature, and the text says whose it is good for: %s', (url, host) => {
		const message = `This credential is good only for *.example.com, *.example.cn and for its own 'Endpoint', and not for ${host}. Correct the address of the request.`;
		expect(() => at({ url })).toThrow(new SigningRefusal(message));
	});

	test('has all its own endpoints in that text', () => {
		expect(() => at({ url: 'https://evil.org/' }, undefined, rule(endpoint(''), { address: '', label: 'IAM Endpoint' }))).toThrow("its own 'Endpoint' and 'IAM Endpoint', and not for evil.org.");
	});

	test('of the vendor is not asked unencrypted', () => {
		expect(() => at({ url: 'http://api.example.com/' })).toThrow(
			new SigningRefusal('A signed request to api.example.com must not travel unencrypted. Begin its address with https://.'),
		);
	});
});

describe('with an endpoint', () => {
	const gateway = endpoint('http://gateway.test:9000/cloud/');

	test('the host stays what is signed, and the bytes go there, behind its path', () => {
		expect(at({ url: 'https://api.example.com/v1/a?b=1' }, undefined, rule(gateway))).toEqual({
			host: 'api.example.com',
			path: '/v1/a',
			query: [['b', '1']],
			url: 'http://gateway.test:9000/cloud/v1/a?b=1',
		});
		expect(at({ url: 'http://api.example.com/' }, undefined, rule(gateway)).url).toBe('http://gateway.test:9000/cloud/');
	});

	test('a request that was signed before keeps its host, and its path without that of the endpoint', () => {
		const again = { host: 'api.example.com', path: '/v1/a', query: [], url: 'http://gateway.test:9000/cloud/v1/a' };
		expect(at({ url: 'http://gateway.test:9000/cloud/v1/a' }, ' api.example.com ', rule(gateway))).toEqual(again);
		expect(at({ url: 'http://gateway.test:9000/cloud' }, 'api.example.com', rule(gateway))).toMatchObject({ path: '/', url: 'http://gateway.test:9000/cloud/' });
		expect(at({ url: 'http://gateway.test:9000/cloudy' }, 'api.example.com', rule(gateway))).toMatchObject({ path: '/cloudy', url: 'http://gateway.test:9000/cloud/cloudy' });
	});

	test.each([undefined, '', 'evil.org', 'a b', 'gateway.test:9000'])("the endpoint's own host is signed where the header Host is %j", (header) => {
		expect(at({ url: 'http://gateway.test:9000/cloud/a' }, header, rule(gateway))).toMatchObject({ host: 'gateway.test:9000', path: '/a' });
	});

	test('anybody else gets no signature for it', () => {
		expect(() => at({ url: 'https://evil.org/cloud/a' }, 'api.example.com', rule(gateway))).toThrow('and not for evil.org.');
		expect(() => at({ url: 'http://gateway.test:9001/' }, 'api.example.com', rule(gateway))).toThrow('and not for gateway.test:9001.');
	});

	test('of several, a host goes to the one that serves it', () => {
		const login = endpoint('https://login.test/iam', { label: 'IAM Endpoint', serves: (hostname: string) => hostname.startsWith('iam.') });
		const rest = endpoint('https://rest.test', { serves: (hostname: string) => !hostname.startsWith('iam.') });
		const both = rule(rest, login);
		expect(at({ url: 'https://iam.example.com/v3' }, undefined, both).url).toBe('https://login.test/iam/v3');
		expect(at({ url: 'https://api.example.com/v3' }, undefined, both).url).toBe('https://rest.test/v3');
		expect(at({ url: 'https://iam.example.com/v3' }, undefined, rule(rest)).url).toBe('https://iam.example.com/v3');
		expect(() => at({ url: 'http://iam.example.com/v3' }, undefined, rule(rest))).toThrow('must not travel unencrypted');
		expect(at({ url: 'https://login.test/iam/v3' }, 'api.example.com', both)).toEqual({ host: 'api.example.com', path: '/v3', query: [], url: 'https://login.test/iam/v3' });
		expect(at({ url: 'https://rest.test/v3' }, 'iam.example.com', rule(rest))).toMatchObject({ host: 'iam.example.com', url: 'https://rest.test/v3' });
	});

	test.each(['gateway.test', 'ftp://gateway.test', 'https://', 'https://gateway.test/?a=1', 'https://gateway.test/#a', 'https://user@gateway.test'])('that is no address, such as %s, the field is named', (address) => {
		expect(() => at({ url: 'https://api.example.com/' }, undefined, rule(endpoint(address)))).toThrow(
			new SigningRefusal(
				"The credential's field 'Endpoint' must be an address that begins with https:// or http://, without a query, such as " +
					'https://gateway.example.com/cloud. Correct it, or leave it empty.',
			),
		);
	});
});
