import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../../scripts/lib/documents';
import { referenceOf } from '../../scripts/lib/reference';
import { family, fixAccount, retryLater, vendorFault } from '../../nodes/engine/words/declare';
import type { Vendor } from '../../nodes/engine/words/operation';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';

describe('what is made from the sources', () => {
	it.each(documents())('$path says what they say; run `npm run docs` when it is stale', ({ path, text }) => {
		const file = join(__dirname, '../..', path);
		expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
	});
});

/** The rows of the table below a heading, their first cell alone. */
const codesBelow = (reference: string, heading: string): string[] =>
	(reference.split(`\n## ${heading}\n`)[1] ?? '')
		.split('\n## ')[0]
		?.split('\n')
		.filter((line) => line.startsWith('| `'))
		.map((line) => line.split(' | ')[0]?.slice(2) ?? '') ?? [];

describe('the families in the reference', () => {
	const denied = fixAccount('Denied', 'Ask');
	const made: Vendor = {
		...tencentCloud,
		request: () => ({ method: 'GET', url: 'https://example.com/', headers: {} }),
		operations: [],
		firstFamilies: [family('Slow*', retryLater(1, 'Too fast', 'Wait'), { statuses: [400, 429], texts: ['too fast', 'zu oft'] })],
		families: [
			family('Gate.*', denied, { statuses: [401] }),
			family('Gate.*', denied, { texts: ['denied'] }),
			family('Gate.*', vendorFault('Broken', 'Look')),
		],
	};

	it('say under which statuses and with which words of the message they hold', () => {
		const reference = referenceOf(made);
		expect(codesBelow(reference, 'First families')).toEqual(['`Slow*` under HTTP 400, 429 with "too fast" or "zu oft"']);
		expect(codesBelow(reference, 'Families')).toEqual(['`Gate.*` under HTTP 401', '`Gate.*` with "denied"', '`Gate.*`']);
	});

	it('name the hundred statuses of a fault as people do', () => {
		const statuses = Array.from({ length: 100 }, (_, index) => 500 + index);
		const reference = referenceOf({ ...made, families: [family('*', denied, { statuses })] });
		expect(codesBelow(reference, 'Families')).toEqual(['`*` under HTTP 5xx']);
	});

	it('have no table of first ones where a vendor has none', () => {
		expect(referenceOf({ ...made, firstFamilies: [] })).not.toContain('First families');
	});

	it('come in the order in which a code is looked for', () => {
		const order = /list of the operation.*common codes.*first families.*families of the operation.*families/s;
		expect(referenceOf(made).split('## Operations')[0]).toMatch(order);
	});

	const vendors: readonly Vendor[] = [tencentCloud, alibabaCloud, huaweiCloud];

	it.each(vendors.map((vendor) => ({ name: vendor.displayName, text: referenceOf(vendor) })))(
		'of $name can be told apart, each from every other',
		({ text }) => {
			const codes = ['First families', 'Families'].flatMap((heading) => codesBelow(text, heading));
			expect(codes.length).toBeGreaterThan(5);
			expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
		},
	);
});
