import { useForm, wrongFor } from '../support/forms';

const { begin, codeFor, provoking, answerNext, keep, resetSandbox } = useForm('onboardDrive01', 'Send the Code');

const codePage = 'Enter the Code';
const success = 'You Are the Super Administrator';
const administrator = { 'Country or Region': 'United States +1 (US)', 'Phone Number': '+1 (202) 555-0123' };

test('an administrator enters a wrong code, then the right one, and takes the drive over', async () => {
	const visitor = await begin(administrator, codePage);
	const code = await codeFor('2025550123');
	await visitor.fill({ 'Verification Code': wrongFor(code) });
	await visitor.press('Continue', codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.fill({ 'Verification Code': code });
	await visitor.press('Continue', success);
	expect(await visitor.reads()).toContain('+1 (202) 555-0123 is verified.');
	await keep(visitor, 'form-drive-administrator');
});

test('who asks too fast is told to wait, then gets a code', async () => {
	await begin(administrator, codePage);
	const again = await begin(administrator, codePage);
	expect(await again.reads()).toContain('No new code can be sent yet');
	await resetSandbox();
	await again.fill({ 'No code arrived?': 'Send a new one' });
	await again.press('Continue', codePage);
	await again.fill({ 'Verification Code': await codeFor('2025550123') });
	await again.press('Continue', success);
});

test('the number that is super administrator already is asked for again with the reason', async () => {
	const visitor = await begin({ ...administrator, 'Phone Number': '212 555 0101' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('super administrator');
	await visitor.fill(administrator);
	await visitor.press('Send the Code', codePage);
});

test('what only the owner of the workflow can change is not asked of the administrator', async () => {
	const gone = await provoking('driveAdministrator.sendCode', 'ResourceNotFound.OfficialInstance');
	await begin({ ...administrator, 'Phone Number': gone }, 'We Could Not Finish This');
});

test('trouble with the account ends on a page that asks nothing of the administrator', async () => {
	await answerNext({ vendor: 'tencentCloud', operation: 'driveAdministrator.sendCode', code: 'UnauthorizedOperation' });
	await begin(administrator, 'We Could Not Finish This');
});
