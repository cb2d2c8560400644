import { useForm, wrongFor } from '../support/forms';

const { begin, codeFor, provoking, answerNext, keep } = useForm('onboardWhatsApp01', 'Send the Code');

const codePage = 'Enter the Code';
const success = 'The Number Is Registered';
const number = {
	'Country or Region': 'United Kingdom +44 (GB)',
	'Phone Number': '07700 900123',
	'How to Get the Code': 'Phone Call',
};

test('a number gets a wrong code, then the right one, and is registered', async () => {
	const visitor = await begin(number, codePage);
	expect(await visitor.reads()).toContain('07700 900123 (United Kingdom +44) by phone call');
	const code = await codeFor('447700900123');
	await visitor.fill({ 'Verification Code': wrongFor(code) });
	await visitor.press('Continue', codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.fill({ 'Verification Code': `${code.slice(0, 3)}-${code.slice(3)}` });
	await visitor.press('Continue', success);
	await keep(visitor, 'form-whatsapp-number');
});

test('who asks too fast is told to wait, then gets a code', async () => {
	await answerNext({ vendor: 'alibabaCloud', operation: 'whatsAppNumber.sendCode', code: 'System.LimitControl' });
	const visitor = await begin(number, codePage);
	expect(await visitor.reads()).toContain('wait a few minutes');
	await visitor.fill({ 'No code arrived?': 'Send a new one' });
	await visitor.press('Continue', codePage);
	await visitor.fill({ 'Verification Code': await codeFor('447700900123') });
	await visitor.press('Continue', success);
});

test('a number that Alibaba Cloud does not take is asked for again with the reason', async () => {
	const visitor = await begin({ ...number, 'Phone Number': '07700ABCDEF' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('phone number was not accepted');
	await visitor.fill(number);
	await visitor.press('Send the Code', codePage);
});

test('trouble with the account ends on a page that asks nothing of the holder of the number', async () => {
	const denied = await provoking('whatsAppNumber.sendCode', 'Product.Unsubscript 200');
	await begin({ ...number, 'Phone Number': `+${denied}` }, 'We Could Not Finish This');
});
