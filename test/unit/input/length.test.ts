/** Texts of any length: what a workflow's data may hold, and what nobody waits for. */
import { check } from '../../../nodes/engine/input/check';
import type { Values } from '../../../nodes/engine/words/operation';
import { clouds } from '../../support/clouds';

const units = ['1', '-', '+', ' ', '1-', '00', '@', 'a@', 'a.', '.', '٣', '\ud800', '【', '中', 'Asia/', '"', '\u0301', '\n'];

describe.each(clouds.map(({ vendor }) => ({ name: vendor.displayName, vendor })))('the fields of $name', ({ vendor }) => {
	it('are done with 64,000 characters of any kind', () => {
		for (const { fields } of vendor.operations) {
			for (const field of fields) {
				const before: Values[] = [{}, { Type: 1, contact_way: 0, CountryCode: '852', Cc: '852', area_code: '852' }, { Type: 2, contact_way: 1 }];
				for (const unit of units) {
					const long = unit.repeat(64_000 / unit.length);
					for (const values of before) expect(check(field, long, values, fields)).toBeDefined();
				}
			}
		}
	});
});
