import type { Visitor } from '../../scripts/lib/forms';
import { useForm, wrongFor } from '../support/forms';

const { open, begin, codeFor, codesSent, provoking, answerNext, resetSandbox, keep } = useForm('formPartner01', 'Send the Code');

const success = 'Your Account Is Ready';
const codePage = 'Enter the Code';
const password = 'Password-1!';
const customer = {
	'Country or Region': 'United Kingdom +44 (GB)',
	'Phone Number': '07700 900123',
	Email: 'new.customer@example.com',
	'Account Type': 'Personal',
};

/** A customer whose number provokes an answer of the vendor. */
const american = (number: string) => ({ ...customer, 'Country or Region': 'United States +1 (US)', 'Phone Number': number });

const enter = async (visitor: Visitor, code: string, next: string, choice = password): Promise<void> => {
	await visitor.fill({ 'Verification Code': code, Password: choice, 'Confirm Password': choice });
	await visitor.press('Continue', next);
};

test('a customer enters a wrong code, then the right one, and has an account', async () => {
	const visitor = await open();
	await visitor.fill(customer);
	await keep(visitor, 'form-partner-customer-1-details');
	await visitor.press('Send the Code', codePage);
	expect(await visitor.reads()).toContain('07700 900123 (United Kingdom +44)');
	await keep(visitor, 'form-partner-customer-2-code');

	const code = await codeFor('7700900123');
	await enter(visitor, wrongFor(code), codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await keep(visitor, 'form-partner-customer-3-wrong-code');

	await enter(visitor, code, success);
	expect(await visitor.reads()).toMatch(/Account ID: \d{12}/);
	await keep(visitor, 'form-partner-customer-4-ready');

	const [id = ''] = /\d{12}/.exec(await visitor.reads()) ?? [];
	await visitor.page.reload();
	await visitor.sees(success);
	expect(await visitor.reads()).toContain(id);
	await visitor.fill({ 'Send Invoices To': 'invoices@example.com' });
	await visitor.press('I Have Written It Down', 'All Done');
	expect(await visitor.reads()).toContain(id);
});

test('a password that Tencent Cloud does not take is asked for again, with the code of before', async () => {
	const visitor = await begin(customer, codePage);
	const code = await codeFor('7700900123');
	await enter(visitor, code, codePage, 'short');
	expect(await visitor.reads()).toContain('8 to 20 characters');
	await enter(visitor, code, success);
});

test('two passwords that differ are asked for again', async () => {
	const visitor = await begin(customer, codePage);
	const code = await codeFor('7700900123');
	await visitor.fill({ 'Verification Code': code, Password: password, 'Confirm Password': `${password}!` });
	await visitor.press('Continue', codePage);
	expect(await visitor.reads()).toContain('two passwords are not the same');
	await enter(visitor, code, success);
});

test('an empty code is asked for', async () => {
	const visitor = await begin(customer, codePage);
	await enter(visitor, '', codePage);
	expect(await visitor.reads()).toContain('Please enter the code');
});

test('who asks too fast is told how long to wait beside the field for the code, then gets a new one', async () => {
	await begin(customer, codePage);
	const again = await begin(customer, codePage);
	expect(await again.reads()).toContain('wait 60 seconds');
	await keep(again, 'form-partner-customer-5-too-fast');

	await resetSandbox();
	await again.fill({ 'No code arrived?': 'Send a new one' });
	await again.press('Continue', codePage);
	await enter(again, await codeFor('7700900123'), success);
});

test('the code that arrives while a new one is asked for too soon can be entered, tick or no tick', async () => {
	const visitor = await begin(customer, codePage);
	const code = await codeFor('7700900123');
	await visitor.fill({ 'No code arrived?': 'Send a new one' });
	await visitor.press('Continue', codePage);
	expect(await visitor.reads()).toContain('wait 60 seconds');
	await visitor.fill({ 'No code arrived?': 'Send a new one' });
	await enter(visitor, code, success);
	expect(await codesSent()).toBe(1);
});

test('who got no code has a new one sent', async () => {
	const visitor = await begin(customer, codePage);
	await resetSandbox();
	await visitor.fill({ 'No code arrived?': 'Send a new one' });
	await visitor.press('Continue', codePage);
	expect(await codesSent()).toBe(1);
	await enter(visitor, await codeFor('7700900123'), success);
});

test('who sees on the page for the code that the number is wrong can change it', async () => {
	const visitor = await begin({ ...customer, 'Phone Number': '07700 900999' }, codePage);
	await visitor.fill({ 'No code arrived?': 'Let me change what I entered' });
	await visitor.press('Continue', 'Change What You Entered');
	expect(await visitor.page.getByLabel('Phone Number').inputValue()).toBe('07700 900999');
	await visitor.fill({ 'Phone Number': '+44 7700 900123' });
	await visitor.press('Send the Code', codePage);
	expect(await visitor.reads()).toContain('SMS to +44 7700 900123');
	await enter(visitor, await codeFor('7700900123'), success);
});

test('a number that Tencent Cloud refuses is asked for again with the reason, and what was written stays', async () => {
	const full = await provoking('partnerCustomer.sendCode', 'FailedOperation.PhoneBindUpper');
	const visitor = await begin(american(full), 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('already has as many accounts');
	expect(await visitor.page.getByLabel('Email').inputValue()).toBe(customer.Email);
	await keep(visitor, 'form-partner-customer-6-bad-number');

	await visitor.fill({ 'Country or Region': customer['Country or Region'], 'Phone Number': '7700 900123' });
	await visitor.press('Send the Code', codePage);
	await enter(visitor, await codeFor('7700900123'), success);
});

test('a number with letters is asked for again without a request', async () => {
	const visitor = await begin({ ...customer, 'Phone Number': '7700ABCDEF' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('The phone number 7700ABCDEF was not accepted for United Kingdom +44');
	expect(await codesSent()).toBe(0);
});

test('trouble with the account ends on a page that asks nothing of the customer', async () => {
	const denied = await provoking('partnerCustomer.sendCode', 'UnauthorizedOperation');
	const visitor = await begin(american(denied), 'We Could Not Finish This');
	expect(await visitor.reads()).toMatch(/the reference \d+\./);
	await keep(visitor, 'form-partner-customer-7-could-not-finish');
});

test('trouble with the account after the code ends on the same page', async () => {
	const visitor = await begin(customer, codePage);
	await answerNext({
		vendor: 'tencentCloud',
		operation: 'partnerCustomer.createAccount',
		code: 'FailedOperation.ExceedMaxBindCount',
	});
	await enter(visitor, await codeFor('7700900123'), 'We Could Not Finish This');
});

test('a customer whose code may be out although no answer came can enter it', async () => {
	await answerNext({ vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', fault: 'half-json' });
	const visitor = await begin(customer, codePage);
	await enter(visitor, await codeFor('7700900123'), success);
});
