import fc from 'fast-check';
import { canonicalHeaders, canonicalPath, sha256Hex, sortedPairs } from '../../../credentials/signing/canonical';
import { encodedQuery, percentDecode, percentEncode, queryPairs, queryText, recode } from '../../../credentials/signing/encoding';
import { SigningRefusal } from '../../../credentials/signing/refusal';

describe('percent-encoding', () => {
	it('leaves only the unreserved characters of RFC 3986 as they are', () => {
		expect(percentEncode('AZaz09-_.~')).toBe('AZaz09-_.~');
		expect(percentEncode(" !*'()+%/:=&?#[]@")).toBe('%20%21%2A%27%28%29%2B%25%2F%3A%3D%26%3F%23%5B%5D%40');
		expect(percentEncode('你好, 😀')).toBe('%E4%BD%A0%E5%A5%BD%2C%20%F0%9F%98%80');
	});

	it('gives back the bytes of any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(percentDecode(percentEncode(text)).toString('utf8')).toBe(text);
			}),
		);
	});

	it('is the same again when it is done again, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(recode(recode(text))).toBe(recode(text));
			}),
		);
	});

	it('writes every byte in the one way of RFC 3986, however it was written before', () => {
		for (let byte = 0; byte < 256; byte += 1) {
			const character = String.fromCharCode(byte);
			const digits = byte.toString(16).padStart(2, '0');
			const strict = /[A-Za-z0-9\-_.~]/.test(character) ? character : `%${digits.toUpperCase()}`;
			expect(recode(`%${digits}`)).toBe(strict);
			expect(recode(`%${digits.toUpperCase()}`)).toBe(strict);
			if (byte < 128 && character !== '%') expect(recode(character)).toBe(strict);
		}
	});

	it('takes half a character for the sign that UTF-8 has for it', () => {
		expect(percentEncode('a\ud83d')).toBe('a%EF%BF%BD');
		expect(percentEncode('\udc00😀')).toBe('%EF%BF%BD%F0%9F%98%80');
		expect(percentEncode('\ud83d\ud83d-\udc00')).toBe('%EF%BF%BD%EF%BF%BD-%EF%BF%BD');
	});

	it('takes a percent sign without digits and bytes that are no UTF-8 for what they are', () => {
		expect(recode('100%')).toBe('100%25');
		expect(recode('%zz%4')).toBe('%25zz%254');
		expect(recode('%ff%FE')).toBe('%FF%FE');
		expect(recode('%7e%2a')).toBe('~%2A');
	});
});

describe('a query', () => {
	it('keeps its order, its empty values and its repeated names', () => {
		expect(queryText(queryPairs('b=2&a=1&flag&empty=&&b=%E4%BD%A0'))).toBe('b=2&a=1&flag=&empty=&b=%E4%BD%A0');
	});

	it('reads a plus sign as a space, and an encoded one as a plus sign', () => {
		expect(queryText(queryPairs('a=1+1+1&b+c=1%2B1'))).toBe('a=1%201%201&b%20c=1%2B1');
	});

	it('keeps equals signs inside a value', () => {
		expect(queryPairs('a=b=c==')).toEqual([['a', 'b%3Dc%3D%3D']]);
		expect(queryPairs('a=1&b=c=d!')).toEqual([['a', '1'], ['b', 'c%3Dd%21']]);
	});

	it('keeps a value whose name is empty', () => {
		expect(queryPairs('=a&b=1')).toEqual([['', 'a'], ['b', '1']]);
		expect(queryText([['', 'a'], ['', 'b'], ['c', '']])).toBe('=a&=b&c=');
	});

	it('is encoded when it is written from plain texts', () => {
		expect(encodedQuery([['a b', '1+1=2'], ['c', '']])).toBe('a%20b=1%2B1%3D2&c=');
	});

	it('is sorted by the characters before encoding, then by value', () => {
		expect(queryText(sortedPairs(queryPairs('b=1&a=2&B=3&a=10&a.b=1&a%20b=1')))).toBe('B=3&a=10&a=2&a%20b=1&a.b=1&b=1');
		expect(queryText(sortedPairs(queryPairs('a=.&a=%20&a=')))).toBe('a=&a=%20&a=.');
		expect(queryText(sortedPairs(queryPairs('b=1&a=2&a=10')))).toBe('a=10&a=2&b=1');
		expect(queryText(sortedPairs(queryPairs('é=1&~=1&z=1')))).toBe('z=1&~=1&%C3%A9=1');
		expect(queryText(sortedPairs(queryPairs('a=é&a=~&a=z')))).toBe('a=z&a=~&a=%C3%A9');
	});
});

describe('a path', () => {
	it('is encoded by segment', () => {
		expect(canonicalPath("/v1/a b/你/it's(1)*/%2f+~")).toBe('/v1/a%20b/%E4%BD%A0/it%27s%281%29%2A/%2F%2B~');
	});
});

describe('header lines', () => {
	it('are sorted, lower-cased by name and trimmed', () => {
		const headers = { Host: 'h.example', 'X-B': '  two words ', 'Content-Type': 'application/json' };
		expect(canonicalHeaders(headers)).toEqual({
			block: 'content-type:application/json\nhost:h.example\nx-b:two words\n',
			names: 'content-type;host;x-b',
		});
	});
});

it('hashes nothing to the hash that every vendor prints', () => {
	expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

describe('a header that is signed', () => {
	it.each([
		['spaces and tabs', ' \ta\t b \t', 'a\t b'],
		['line ends, which a pasted value brings along', '\r\na b\n \n', 'a b'],
		['nothing but those', ' \r\n\t', ''],
		['every sign of ASCII inside', '!"#$%&()*+,-./09:;<=>?@AZ[\\]^_`az{|}~', '!"#$%&()*+,-./09:;<=>?@AZ[\\]^_`az{|}~'],
	])('is signed without %s around it', (_what, given, signed) => {
		expect(canonicalHeaders({ Own: given })).toEqual({ block: `own:${signed}\n`, names: 'own' });
	});

	it.each(['a\nb', 'a\r\nb', 'ä', '\u00a0a', 'a\u00a0', '中', 'a\u0000', '\u007f', '\u{1f600}'])('is refused where it would not arrive as it was signed: %j', (given) => {
		const message = 'The header X-Own has a line end or a letter outside ASCII inside it, with which it would not arrive as it was signed. Write its value in ASCII.';
		expect(() => canonicalHeaders({ 'X-Own': given })).toThrow(new SigningRefusal(message));
	});

	it('is looked at only where it belongs to the signature', () => {
		expect(canonicalHeaders({ a: 'ä', b: '1' }, { belongs: (name) => name === 'b' })).toEqual({ block: 'b:1\n', names: 'b' });
	});
});
