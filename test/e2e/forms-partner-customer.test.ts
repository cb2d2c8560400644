import type { Visitor } from '../../scripts/lib/forms';
import { useForm, wrongFor } from '../support/forms';

const { open, begin, codeFor, codesSent, provoking, answerNext, resetSandbox, keep } = useForm('onboardPartner01', 'Send the Code');

const success = 'Your Account Is Ready';
const codePage = 'Enter the Code';
const password = 'Password-1!';
const customer = {
	'Country or Region': 'Hong Kong SAR, China +852 (HK)',
	'Phone Number': '5123 4567',
	Email: 'new.customer@example.com',
	'Account Type': 'Personal',
};

const enter = async (visitor: Visitor, code: string, next: string, choice = password): Promise<void> => {
	await visitor.fill({ 'Verification Code': code, Password: choice, 'Confirm Password': choice });
	await visitor.press('Open the Account', next);
};

test('a customer enters a wrong code, then the right one, and has an account', async () => {
	const visitor = await open();
	await visitor.fill(customer);
	await keep(visitor, 'form-partner-customer-1-details');
	await visitor.press('Send the Code', codePage);
	expect(await visitor.reads()).toContain('+852 51234567');
	await keep(visitor, 'form-partner-customer-2-code');

	const code = await codeFor('51234567');
	await enter(visitor, wrongFor(code), codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await keep(visitor, 'form-partner-customer-3-wrong-code');

	await enter(visitor, code, success);
	expect(await visitor.reads()).toMatch(/Account ID: \d{12}/);
	await keep(visitor, 'form-partner-customer-4-ready');
});

test('a password that Tencent Cloud does not take is asked for again, with the code of before', async () => {
	const visitor = await begin(customer, codePage);
	const code = await codeFor('51234567');
	await enter(visitor, code, codePage, 'short');
	expect(await visitor.reads()).toContain("'Password' must be");
	await enter(visitor, code, success);
});

test('an empty code is refused with its reason', async () => {
	const visitor = await begin(customer, codePage);
	await enter(visitor, '', codePage);
	expect(await visitor.reads()).toContain("'Verification Code'");
});

test('who asks too fast is told how long to wait, then gets a code', async () => {
	await begin(customer, codePage);
	const again = await begin(customer, 'Please Wait a Moment');
	expect(await again.reads()).toContain('wait 60 seconds');
	await keep(again, 'form-partner-customer-5-too-fast');
	await again.press('Send the Code Again', 'Please Wait a Moment');

	await resetSandbox();
	await again.press('Send the Code Again', codePage);
	await enter(again, await codeFor('51234567'), success);
});

test('who got no code has a new one sent', async () => {
	const visitor = await begin(customer, codePage);
	await resetSandbox();
	await visitor.fill({ 'No code arrived?': 'Send a new one' });
	await visitor.press('Open the Account', codePage);
	expect(await codesSent()).toBe(1);
	await enter(visitor, await codeFor('51234567'), success);
});

test('a number that Tencent Cloud refuses is asked for again with the reason, and what was written stays', async () => {
	const full = await provoking('partnerCustomer.sendCode', 'FailedOperation.PhoneBindUpper');
	const visitor = await begin({ ...customer, 'Phone Number': full }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('already belongs to as many accounts');
	expect(await visitor.page.getByLabel('Email').inputValue()).toBe(customer.Email);
	await keep(visitor, 'form-partner-customer-6-bad-number');

	await visitor.fill({ 'Phone Number': '51234567' });
	await visitor.press('Send the Code', codePage);
	await enter(visitor, await codeFor('51234567'), success);
});

test('a number with letters is asked for again without a request', async () => {
	const visitor = await begin({ ...customer, 'Phone Number': '5123ABCD' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain("'Phone Number' must be");
	expect(await codesSent()).toBe(0);
});

test('trouble with the account ends on a page that asks nothing of the customer', async () => {
	const denied = await provoking('partnerCustomer.sendCode', 'UnauthorizedOperation');
	const visitor = await begin({ ...customer, 'Phone Number': denied }, 'We Could Not Finish This');
	await keep(visitor, 'form-partner-customer-7-could-not-finish');
});

test('trouble with the account after the code ends on the same page', async () => {
	const visitor = await begin(customer, codePage);
	await answerNext({
		vendor: 'tencentCloud',
		operation: 'partnerCustomer.createAccount',
		code: 'FailedOperation.ExceedMaxBindCount',
	});
	await enter(visitor, await codeFor('51234567'), 'We Could Not Finish This');
});

test('a customer whose code may be out although no answer came can enter it', async () => {
	await answerNext({ vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', fault: 'half-json' });
	const visitor = await begin(customer, codePage);
	await enter(visitor, await codeFor('51234567'), success);
});
