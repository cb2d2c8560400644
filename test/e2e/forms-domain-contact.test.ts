import { useForm, wrongFor } from '../support/forms';

const { begin, codeFor, provoking, answerNext, keep } = useForm('onboardContact01', 'Send the Code');

const codePage = 'Enter the Code';
const success = 'You Are a Domain Contact';
const contacts = [
	{
		'Kind of Contact': 'Mobile Number',
		'Country or Region': 'United States +1 (US)',
		'Mobile Number or Email': '(202) 555-0123',
		sentTo: '2025550123',
		shown: '(202) 555-0123 (United States +1)',
	},
	{
		'Kind of Contact': 'Email Address',
		'Mobile Number or Email': 'domains@example.com',
		sentTo: 'domains@example.com',
		shown: 'domains@example.com',
	},
];

test.each(contacts)('$sentTo becomes a domain contact after a wrong code and the right one', async ({ sentTo, shown, ...details }) => {
	const visitor = await begin(details, codePage);
	const code = await codeFor(sentTo);
	await visitor.fill({ 'Verification Code': wrongFor(code) });
	await visitor.press('Continue', codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.fill({ 'Verification Code': code });
	await visitor.press('Continue', success);
	expect(await visitor.reads()).toContain(`${shown} is verified.`);
	await keep(visitor, `form-domain-contact-${sentTo}`);
});

const mobile = {
	'Kind of Contact': 'Mobile Number',
	'Country or Region': 'United States +1 (US)',
	'Mobile Number or Email': '202 555 0123',
};

test('who asks too fast can enter the code of before, because Tencent Cloud does not say that it was too fast', async () => {
	await begin(mobile, codePage);
	const again = await begin(mobile, codePage);
	expect(await again.reads()).toContain('We do not know whether a code is on its way');
	await again.fill({ 'Verification Code': await codeFor('2025550123') });
	await again.press('Continue', success);
});

test('who is told to wait reads how long, beside the field for the code', async () => {
	const busy = await provoking('domainContact.sendCode', 'RequestLimitExceeded');
	const visitor = await begin({ ...mobile, 'Mobile Number or Email': `+${busy}` }, codePage);
	expect(await visitor.reads()).toMatch(/wait 1 second\b/);
});

test('an address where a number is asked for is asked for again with the reason', async () => {
	const visitor = await begin({ ...mobile, 'Mobile Number or Email': 'domains@example.com' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('You chose Mobile Number, and entered an email address');
	await keep(visitor, 'form-domain-contact-bad-number');
	await visitor.fill({ 'Kind of Contact': 'Email Address' });
	await visitor.press('Send the Code', codePage);
	await visitor.fill({ 'Verification Code': await codeFor('domains@example.com') });
	await visitor.press('Continue', success);
});

test('trouble with the account ends on a page that asks nothing of the contact', async () => {
	await answerNext({ vendor: 'tencentCloud', operation: 'domainContact.sendCode', code: 'FailedOperation.VerifyUinIsRealname' });
	await begin(mobile, 'We Could Not Finish This');
});
