import { useForm, wrongFor } from '../support/forms';

const { begin, codeFor, provoking, answerNext, keep } = useForm('onboardContact01', 'Send the Code');

const codePage = 'Enter the Code';
const success = 'You Are a Domain Contact';
const contacts = [
	{ 'Kind of Contact': 'Mobile Number', 'Mobile Number or Email': '187 6655-4433', sentTo: '18766554433' },
	{ 'Kind of Contact': 'Email Address', 'Mobile Number or Email': 'domains@example.com', sentTo: 'domains@example.com' },
];

test.each(contacts)('$sentTo becomes a domain contact after a wrong code and the right one', async ({ sentTo, ...details }) => {
	const visitor = await begin(details, codePage);
	const code = await codeFor(sentTo);
	await visitor.fill({ 'Verification Code': wrongFor(code) });
	await visitor.press('Verify', codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.fill({ 'Verification Code': code });
	await visitor.press('Verify', success);
	expect(await visitor.reads()).toContain(`${sentTo} is verified.`);
	await keep(visitor, `form-domain-contact-${sentTo}`);
});

const mobile = { 'Kind of Contact': 'Mobile Number', 'Mobile Number or Email': '18766554433' };

test('who asks too fast can enter the code of before, because Tencent Cloud does not say that it was too fast', async () => {
	await begin(mobile, codePage);
	const again = await begin(mobile, codePage);
	expect(await again.reads()).toContain('codes sent too often may be the reason');
	await again.fill({ 'Verification Code': await codeFor('18766554433') });
	await again.press('Verify', success);
});

test('who is told to wait waits on a page that says so', async () => {
	const busy = await provoking('domainContact.sendCode', 'RequestLimitExceeded');
	const visitor = await begin({ ...mobile, 'Mobile Number or Email': busy }, 'Please Wait a Moment');
	expect(await visitor.reads()).toMatch(/wait 1 second\b/);
});

test('an address where a number is asked for is asked for again with the reason', async () => {
	const visitor = await begin({ ...mobile, 'Mobile Number or Email': 'domains@example.com' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain("'Mobile Number or Email'");
	await keep(visitor, 'form-domain-contact-bad-number');
	await visitor.fill({ 'Kind of Contact': 'Email Address' });
	await visitor.press('Send the Code', codePage);
	await visitor.fill({ 'Verification Code': await codeFor('domains@example.com') });
	await visitor.press('Verify', success);
});

test('trouble with the account ends on a page that asks nothing of the contact', async () => {
	await answerNext({ vendor: 'tencentCloud', operation: 'domainContact.sendCode', code: 'FailedOperation.VerifyUinIsRealname' });
	await begin(mobile, 'We Could Not Finish This');
});
