import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { type Visitor, answerNext, codeFor, codesSent, example, provoking, publishForm, visit, wrongFor } from '../support/forms';
import { type Access, enterStage } from '../support/stage';

let stage: Access;
let browser: Browser;
let context: BrowserContext;
let url: string;

beforeAll(async () => {
	stage = await enterStage();
	browser = await openBrowser();
	url = await publishForm(stage, await example('onboardPartner01'));
});

afterAll(async () => {
	await browser.close();
});

beforeEach(async () => {
	await stage.resetSandbox();
	context = await browser.newContext();
});

afterEach(async () => {
	await context.close();
});

const success = 'Your Account Is Ready';
const codePage = 'Enter the Code';
const password = 'Password-1!';
const customer = {
	'Country or Region': 'Hong Kong SAR, China +852 (HK)',
	'Phone Number': '5123 4567',
	Email: 'new.customer@example.com',
	'Account Type': 'Personal',
};

const begin = async (details: Readonly<Record<string, string>>, next: string): Promise<Visitor> => {
	const visitor = await visit(context, url);
	await visitor.fill(details);
	await visitor.press('Send the Code', next);
	return visitor;
};

const enter = async (visitor: Visitor, code: string, next: string, choice = password): Promise<void> => {
	await visitor.fill({ 'Verification Code': code, Password: choice, 'Confirm Password': choice });
	await visitor.press('Open the Account', next);
};

test('a customer enters a wrong code, then the right one, and has an account', async () => {
	const visitor = await visit(context, url);
	await visitor.photographs('form-partner-customer-1-details');
	await visitor.fill(customer);
	await visitor.press('Send the Code', codePage);
	expect(await visitor.reads()).toContain('+852 51234567');
	await visitor.photographs('form-partner-customer-2-code');

	const code = await codeFor(stage, '51234567');
	await enter(visitor, wrongFor(code), codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.photographs('form-partner-customer-3-wrong-code');

	await enter(visitor, code, success);
	expect(await visitor.reads()).toMatch(/Account ID: \d{12}/);
	await visitor.photographs('form-partner-customer-4-ready');
});

test('a password that Tencent Cloud does not take is asked for again, with the code of before', async () => {
	const visitor = await begin(customer, codePage);
	const code = await codeFor(stage, '51234567');
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
	await again.photographs('form-partner-customer-5-too-fast');
	await again.press('Send the Code Again', 'Please Wait a Moment');

	await stage.resetSandbox();
	await again.press('Send the Code Again', codePage);
	await enter(again, await codeFor(stage, '51234567'), success);
});

test('who got no code has a new one sent', async () => {
	const visitor = await begin(customer, codePage);
	await stage.resetSandbox();
	await visitor.fill({ 'No code arrived?': 'Send a new one' });
	await visitor.press('Open the Account', codePage);
	expect(await codesSent(stage)).toBe(1);
	await enter(visitor, await codeFor(stage, '51234567'), success);
});

test('a number that Tencent Cloud refuses is asked for again with the reason, and what was written stays', async () => {
	const full = await provoking(stage, 'partnerCustomer.sendCode', 'FailedOperation.PhoneBindUpper');
	const visitor = await begin({ ...customer, 'Phone Number': full }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('already belongs to as many accounts');
	expect(await visitor.page.getByLabel('Email').inputValue()).toBe(customer.Email);
	await visitor.photographs('form-partner-customer-6-bad-number');

	await visitor.fill({ 'Phone Number': '51234567' });
	await visitor.press('Send the Code', codePage);
	await enter(visitor, await codeFor(stage, '51234567'), success);
});

test('a number with letters is asked for again without a request', async () => {
	const visitor = await begin({ ...customer, 'Phone Number': '5123ABCD' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain("'Phone Number' must be");
	expect(await codesSent(stage)).toBe(0);
});

test('trouble with the account ends on a page that asks nothing of the customer', async () => {
	const denied = await provoking(stage, 'partnerCustomer.sendCode', 'UnauthorizedOperation');
	const visitor = await begin({ ...customer, 'Phone Number': denied }, 'We Could Not Finish This');
	await visitor.photographs('form-partner-customer-7-could-not-finish');
});

test('trouble with the account after the code ends on the same page', async () => {
	const visitor = await begin(customer, codePage);
	await answerNext(stage, { vendor: 'tencentCloud', operation: 'partnerCustomer.createAccount', code: 'FailedOperation.ExceedMaxBindCount' });
	await enter(visitor, await codeFor(stage, '51234567'), 'We Could Not Finish This');
});

test('a customer whose code may be out although no answer came can enter it', async () => {
	await answerNext(stage, { vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', fault: 'half-json' });
	const visitor = await begin(customer, codePage);
	await enter(visitor, await codeFor(stage, '51234567'), success);
});
