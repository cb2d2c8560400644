/** Many at once: nobody is lost, and nobody gets in by another's code or by guessing. */
import { forCrowds, parcelWithPages, useParcelPages } from '../../support/parcelPages';
import { look, press, said, title } from '../../support/visitor';

const pages = useParcelPages(forCrowds);

test('200 visitors at once all come to the end, each by a code of their own, each starts once', async () => {
	const first = await look(pages.site.url);
	const numbers = Array.from({ length: 200 }, (_, visitor) => `512${String(10_000 + visitor)}`);
	const sent = await Promise.all(numbers.map((contact) => press(first, 'send', { contact, country: 'HK' })));
	expect(sent.filter((page) => title(page) !== 'Enter the code').map(said)).toEqual([]);
	const ends = await Promise.all(sent.map((page, visitor) => press(page, 'check', { code: pages.codes.get(`852${numbers[visitor] ?? ''}`) ?? '' })));
	expect(ends.filter((page) => title(page) !== 'Done').map(said)).toEqual([]);
	const started = pages.site.started.map(({ json }) => (json['contact'] as { readonly number: string }).number);
	expect(started.toSorted()).toEqual(numbers.map((number) => `+852${number}`));
	expect([pages.asked('/send'), pages.asked('/open')]).toEqual([200, 200]);
}, 60_000);

test('who would wait for longer than a person does is told how long, and nothing is sent', async () => {
	const [send] = parcelWithPages.operations;
	const usual = send?.perSecond;
	Reflect.set(send ?? {}, 'perSecond', 0.05);
	try {
		const first = await look(pages.site.url);
		expect(title(await press(first, 'send', { contact: '51400001', country: 'HK' }))).toBe('Enter the code');
		const second = await press(first, 'send', { contact: '51400002', country: 'HK' });
		expect(title(second)).not.toBe('Enter the code');
		expect(said(second)).toMatch(/\b(1\d|2[01]) seconds/);
		expect(pages.asked('/send')).toBe(1);
	} finally {
		Reflect.set(send ?? {}, 'perSecond', usual);
	}
});
