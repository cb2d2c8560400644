/** What must not be shown, in writings that only a machine or another country uses. */
import { tencentCloud } from '../../../nodes/TencentCloud/vendor';
import { cleanerFor, keyReplacer } from '../../../nodes/engine/judge/clean';
import { refusedByVendor } from '../../../nodes/engine/judge/judge';
import { outcomeOf } from '../../../nodes/engine/judge/outcome';
import { noSecrets } from '../../../nodes/engine/judge/secrets';

const scripts = Intl.supportedValuesOf('numberingSystem').filter((system) =>
	/^\p{Nd}$/u.test(new Intl.NumberFormat(`en-u-nu-${system}`).format(7)),
);

it.each(scripts)('a received code is hidden in the digits of every script: %s', (script) => {
	const written = new Intl.NumberFormat(`en-u-nu-${script}`, { useGrouping: false }).format(731942);
	const { text } = cleanerFor({ ...noSecrets, codes: ['731942'] }, keyReplacer([]));
	expect(text(`The code ${written} is wrong`)).toBe('The code *** is wrong');
});

it('a key is hidden also in a code that a vendor begins as this package begins its own', () => {
	const [operation] = tencentCloud.operations;
	const found = operation && refusedByVendor(tencentCloud, operation, { code: 'Local.AKIDsecretid', message: '' });
	expect(found && outcomeOf(found, {}, cleanerFor(noSecrets, keyReplacer(['AKIDsecretid'])))).toMatchObject({
		failure: { code: 'Local.***' },
	});
});
