import { useForm, wrongFor } from '../support/forms';

const { begin, codeFor, answerNext, keep, resetSandbox } = useForm('onboardTicket01', 'Send the Code');

const codePage = 'Enter the Code';
const success = 'You Are a Ticket Contact';
const contacts = [
	{ 'Contact Way': 'SMS', 'Country Code': '+86', 'Phone Number or Email': '138-0000-1234', sentTo: '13800001234' },
	{ 'Contact Way': 'Email', 'Country Code': '86', 'Phone Number or Email': 'tickets@example.com', sentTo: 'tickets@example.com' },
];

test.each(contacts)('$sentTo becomes a ticket contact after a wrong code and the right one', async ({ sentTo, ...details }) => {
	const visitor = await begin(details, codePage);
	const code = await codeFor(sentTo);
	await visitor.fill({ 'Verification Code': wrongFor(code) });
	await visitor.press('Verify', codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.fill({ 'Verification Code': code });
	await visitor.press('Verify', success);
	expect(await visitor.reads()).toContain(`${sentTo} is verified.`);
	await keep(visitor, `form-ticket-contact-${sentTo}`);
});

const mobile = { 'Contact Way': 'SMS', 'Country Code': '86', 'Phone Number or Email': '13800001234' };

test('who asks too fast is told how long to wait, then gets a code', async () => {
	await begin(mobile, codePage);
	const again = await begin(mobile, 'Please Wait a Moment');
	expect(await again.reads()).toContain('wait 60 seconds');
	await resetSandbox();
	await again.press('Send the Code Again', codePage);
	await again.fill({ 'Verification Code': await codeFor('13800001234') });
	await again.press('Verify', success);
});

test('a number with letters is asked for again with the reason', async () => {
	const visitor = await begin({ ...mobile, 'Phone Number or Email': '1380000ABCD' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain("'Phone Number or Email'");
	await visitor.fill(mobile);
	await visitor.press('Send the Code', codePage);
});

test('trouble with the account ends on a page that asks nothing of the contact', async () => {
	await answerNext({ vendor: 'huaweiCloud', operation: 'ticketContact.sendCode', code: 'OSM.01010007' });
	await begin(mobile, 'We Could Not Finish This');
});
