/** The onboarding workflows in a real n8n: what their nodes hold when the operator is told, and who never starts them by Verified. */
import { executionsOf } from '../../scripts/lib/executionList';
import { publishForm, codeFor, until } from '../../scripts/lib/forms';
import { ranThrough } from '../support/execution';
import { answerNext, example, wrongFor } from '../support/forms';
import { type Access, enterStage } from '../support/stage';
import { look, press, said, type Seen, text, title } from '../support/visitor';

/** The onboardings with the call that completes each, and how its vendor says that the account may not send. */
const onboardings = [
	{ id: 'onboardPartner01', vendor: 'tencentCloud', send: 'partnerCustomer.sendCode', complete: 'partnerCustomer.createAccount', denied: 'UnauthorizedOperation' },
	{ id: 'onboardContact01', vendor: 'tencentCloud', send: 'domainContact.sendCode', complete: 'domainContact.verify', denied: 'FailedOperation.VerifyUinIsRealname' },
	{ id: 'onboardDrive01', vendor: 'tencentCloud', send: 'driveAdministrator.sendCode', complete: 'driveAdministrator.verify', denied: 'UnauthorizedOperation' },
	{ id: 'onboardWhatsApp01', vendor: 'alibabaCloud', send: 'whatsAppNumber.sendCode', complete: 'whatsAppNumber.verifyAndRegister', denied: 'Product.Unsubscript' },
	{ id: 'onboardTicket01', vendor: 'huaweiCloud', send: 'ticketContact.sendCode', complete: 'ticketContact.verify', denied: 'OSM.01010007' },
] as const;
type Onboarding = (typeof onboardings)[number];

/** Longer than a page waits for the vendor. */
const untilGivenUp = 45_000;

const filled = { country: 'US', newPassword: 'Sample-Pass!1', newPasswordAgain: 'Sample-Pass!1' };

/** Another number for each test and onboarding, so that nobody is told to wait for the code of another. */
const personOf = (onboarding: Onboarding, test: 7 | 8 | 9): string => `202555 01${String(test)}${String(onboardings.indexOf(onboarding))}`;
const digitsOf = (number: string): string => number.replace(/\D/g, '');

let stage: Access;
const urls = new Map<string, string>();
const earlier = new Set<string>();

/** Those whose code the vendor never answers: that takes its time, which passes during the other tests. */
const unanswered = new Map<string, Promise<Seen>>();

/** The executions that nobody has looked at, the oldest first. */
const unseen = async ({ id }: Onboarding): Promise<string[]> => (await executionsOf(stage.session, id)).map((one) => one.id).filter((one) => !earlier.has(one));

/** The executions since the last look, each with the nodes that ran and what the last of them put out. */
async function ran(onboarding: Onboarding, count: number) {
	const ids = await until(`Execution ${String(count)} of ${onboarding.id}`, async () => {
		const found = await unseen(onboarding);
		return found.length >= count ? found : undefined;
	});
	for (const id of ids) earlier.add(id);
	return await Promise.all(
		ids.map(async (id) => {
			const { runData } = await ranThrough<Readonly<Record<string, unknown>>>(stage.session, id);
			const nodes = Object.keys(runData);
			return { nodes, put: runData[nodes.at(-1) ?? '']?.[0]?.data?.main?.[0]?.[0]?.json ?? {} };
		}),
	);
}

async function begin(onboarding: Onboarding, number: string): Promise<Seen> {
	const first = await look(urls.get(onboarding.id) ?? '');
	return await press(first, 'send', { ...filled, contact: number, accountEmail: `c${digitsOf(number)}@example.com` });
}

/** What a person reads of values: none is empty or a word of the language. */
function expectReadable(values: Readonly<Record<string, unknown>>): void {
	for (const [name, value] of Object.entries(values)) {
		expect([name, value]).toEqual([name, expect.stringMatching(/\S/)]);
		expect([name, value]).toEqual([name, expect.not.stringMatching(/undefined|null|NaN|\[object|\{\{/)]);
	}
}

beforeAll(async () => {
	stage = await enterStage();
	await stage.resetSandbox();
	for (const onboarding of onboardings) {
		urls.set(onboarding.id, await publishForm(stage.n8n.url, stage.session, await example(onboarding.id)));
		for (const id of await unseen(onboarding)) earlier.add(id);
	}
	for (const onboarding of onboardings) {
		const number = personOf(onboarding, 7);
		const page = await begin(onboarding, number);
		const code = await codeFor(stage.sandboxUrl, digitsOf(number));
		await answerNext(stage, { vendor: onboarding.vendor, operation: onboarding.complete, fault: 'no-answer' });
		unanswered.set(onboarding.id, press(page, 'check', { ...filled, code }));
	}
	await until('The requests that are not answered', async () => {
		const { waiting } = (await (await fetch(`${stage.sandboxUrl}/sandbox/clouds`)).json()) as { readonly waiting: readonly unknown[] };
		return waiting.length === 0 ? true : undefined;
	});
}, 120_000);

test.each(onboardings)('a wrong code starts nothing, the right one What to Do Then with all that it names: $id', async (onboarding) => {
	const number = personOf(onboarding, 8);
	const page = await begin(onboarding, number);
	const code = await codeFor(stage.sandboxUrl, digitsOf(number));
	const wrong = await press(page, 'check', { ...filled, code: wrongFor(code) });
	expect([title(wrong), said(wrong)]).toEqual(['Enter the code', expect.stringContaining('This code is not right')]);
	expect(await unseen(onboarding)).toEqual([]);
	await press(wrong, 'check', { ...filled, code });
	const [run] = await ran(onboarding, 1);
	expect(run?.nodes[1]).toBe('What to Do Then');
	expect(run?.put).toMatchObject({ contact: `+1${digitsOf(number)}` });
	expectReadable(run?.put ?? {});
});

test.each(onboardings)('trouble with the account reaches the message to the operator, with the reference of the page: $id', async (onboarding) => {
	const number = personOf(onboarding, 9);
	await answerNext(stage, { vendor: onboarding.vendor, operation: onboarding.send, code: onboarding.denied });
	const page = await begin(onboarding, number);
	expect(title(page)).toBe('We could not finish this');
	const [, reference = ''] = /reference ([\w-]{8})\./.exec(text(page)) ?? [];
	const [run] = await ran(onboarding, 1);
	expect(run?.nodes[1]).toBe('Message to Operator');
	expectReadable(run?.put ?? {});
	const masked = `+12****${digitsOf(number).slice(-4)}`;
	expect(run?.put['subject']).toBe(`${masked} needs help: ${onboarding.denied}`);
	for (const part of [masked, 'Step: sending the code', onboarding.denied, 'What to do: ', `name: ${reference}`]) expect(run?.put['text']).toContain(part);
	expect(run?.put['text']).toMatch(/Request ID: [\w-]{8,}/);
	expect(JSON.stringify(run)).not.toContain(digitsOf(number).slice(3));
});

test('a vendor that never answers when the code is checked verifies nobody, and the operator hears of it', async () => {
	for (const onboarding of onboardings) {
		const page = await unanswered.get(onboarding.id);
		expect([title(page as Seen), said(page as Seen)]).toEqual(['Enter the code', expect.stringContaining('We could not see whether that worked')]);
		const runs = await ran(onboarding, 1);
		expect(runs.map(({ nodes }) => nodes[1])).toEqual(['Message to Operator']);
		for (const { put } of runs) {
			expectReadable(put);
			expect(put['text']).toMatch(/with the code\n.* said: Local\.Timeout, [\s\S]*Request ID: none came/);
		}
	}
}, untilGivenUp);
