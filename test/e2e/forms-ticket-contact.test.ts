import { useForm, wrongFor } from '../support/forms';

const { begin, codeFor, answerNext, keep } = useForm('onboardTicket01', 'Send the Code');

const codePage = 'Enter the Code';
const success = 'You Are a Ticket Contact';
const contacts = [
	{
		'Contact Way': 'SMS',
		'Country or Region': 'United Kingdom +44 (GB)',
		'Phone Number or Email': '07700-900 123',
		sentTo: '7700900123',
		shown: '07700-900 123 (United Kingdom +44)',
	},
	{
		'Contact Way': 'Email',
		'Country or Region': 'Germany +49 (DE)',
		'Phone Number or Email': 'tickets@example.com',
		sentTo: 'tickets@example.com',
		shown: 'tickets@example.com',
	},
];

test.each(contacts)('$sentTo becomes a ticket contact after a wrong code and the right one', async ({ sentTo, shown, ...details }) => {
	const visitor = await begin(details, codePage);
	const code = await codeFor(sentTo);
	await visitor.fill({ 'Verification Code': wrongFor(code) });
	await visitor.press('Continue', codePage);
	expect(await visitor.reads()).toContain('wrong or no longer valid');
	await visitor.fill({ 'Verification Code': code });
	await visitor.press('Continue', success);
	expect(await visitor.reads()).toContain(`${shown} is verified.`);
	await keep(visitor, `form-ticket-contact-${sentTo}`);
});

/** Each test has a number of its own, because a contact gets one code a minute. */
const mobile = {
	'Contact Way': 'SMS',
	'Country or Region': 'United Kingdom +44 (GB)',
	'Phone Number or Email': '07700 900123',
};

test('who asks too fast is told how long to wait, and the first code is as good as before', async () => {
	const details = { ...mobile, 'Phone Number or Email': '07700 900126' };
	await begin(details, codePage);
	const again = await begin(details, codePage);
	expect(await again.reads()).toMatch(/wait \d\d seconds/);
	await again.fill({ 'Verification Code': await codeFor('7700900126') });
	await again.press('Continue', success);
});

test('a number with letters is asked for again with the reason', async () => {
	const visitor = await begin({ ...mobile, 'Phone Number or Email': '07700ABCDEF' }, 'Please Check What You Entered');
	expect(await visitor.reads()).toContain('phone number was not accepted');
	await visitor.fill({ ...mobile, 'Phone Number or Email': '07700 900127' });
	await visitor.press('Send the Code', codePage);
});

test('trouble with the account ends on a page that asks nothing of the contact', async () => {
	await answerNext({ vendor: 'huaweiCloud', operation: 'ticketContact.sendCode', code: 'OSM.01010007' });
	await begin({ ...mobile, 'Phone Number or Email': '07700 900128' }, 'We Could Not Finish This');
});
