/** What a new account asks of a person besides a code, an address and a password: what reaches the vendor, and what is told without it. */
import { forgetAll } from '../../../nodes/engine/page/memory';
import { TencentCloudTrigger } from '../../../nodes/TencentCloud/TencentCloudTrigger.node';
import { clouds } from '../../support/clouds';
import { serve } from '../../support/parcel';
import { openSite, type Site } from '../../support/site';
import { look, press, said, type Seen, title } from '../../support/visitor';
import { isTrigger, workflowFiles } from '../../support/workflowFiles';

const filled = { contact: '202 555 0123', country: 'US', accountEmail: 'customer@example.com' };
const good = 'Sample-Pass!1';

let site: Site;
let close: () => Promise<void>;
const asked: unknown[] = [];

beforeAll(async () => {
	const trigger = workflowFiles.find(([file]) => file === 'onboard-partner-customer.json')?.[1].nodes.find(isTrigger);
	const [cloud] = clouds;
	if (trigger === undefined || cloud === undefined) throw new Error('There is no onboarding of a partner customer.');
	const server = await serve((seen, response) => {
		asked.push(JSON.parse(seen.body) as unknown);
		cloud.succeed(response, { Uin: '200012345678' });
	});
	const parameters = trigger.parameters as Parameters<typeof openSite>[0]['parameters'];
	site = await openSite({ node: new TencentCloudTrigger(), parameters, credentials: [cloud.credential(server.url)] });
	close = async () => {
		await site.close();
		await server.close();
	};
});

afterAll(async () => {
	await close();
});

beforeEach(() => {
	forgetAll();
	site.started.length = 0;
	asked.length = 0;
});

test.each(['customer', 'customer@', '@example.com', 'a customer@example.com', 'customer@example', ''])('%j is told to be no address for mail, and no message is sent', async (accountEmail) => {
	const page = await press(await look(site.url), 'send', { ...filled, accountEmail });
	expect([title(page), said(page)]).toEqual(['Confirm your contact', 'This is not an email address. Please write it like name@example.com.']);
	expect(/<input id="(\w+)"[^>]*aria-invalid="true"/.exec(page.html)?.[1]).toBe('accountEmail');
	expect(asked).toEqual([]);
});

/** A person at the page for the code, of whom the vendor has heard nothing since. */
async function atTheCode(): Promise<Seen> {
	const page = await press(await look(site.url), 'send', filled);
	expect(title(page)).toBe('Enter the code');
	asked.length = 0;
	return page;
}

const enter = async (page: Seen, newPassword: string, newPasswordAgain: string): Promise<Seen> =>
	await press(page, 'check', { code: '123456', newPassword, newPasswordAgain });

test.each([
	['two passwords that differ', good, 'Sample-Pass!2', 'The two passwords are not the same.', 'newPasswordAgain'],
	['two that differ in a space at the end', good, `${good} `, 'The two passwords are not the same.', 'newPasswordAgain'],
	['a password that was typed once alone', good, '', 'The two passwords are not the same.', 'newPasswordAgain'],
	['no password at all', '', '', 'This password was not accepted. Please choose another one.', 'newPassword'],
	['a password that breaks the rule of the page', 'abc', 'abc', 'This password was not accepted. Please choose another one.', 'newPassword'],
])('%s: the person is told, the vendor is not asked, and the right one goes on from there', async (_what, password, again, told, field) => {
	const page = await enter(await atTheCode(), password, again);
	expect([title(page), said(page)]).toEqual(['Enter the code', told]);
	expect(/<input id="(\w+)"[^>]*aria-invalid="true"/.exec(page.html)?.[1]).toBe(field);
	expect([asked, site.started]).toEqual([[], []]);
	expect(page.html).not.toContain(good);
	await enter(page, good, good);
	expect(asked).toEqual([expect.objectContaining({ Password: good, ConfirmPassword: good, VerifyCode: '123456' })]);
	expect(site.started.map(({ output }) => output)).toEqual([0]);
});
