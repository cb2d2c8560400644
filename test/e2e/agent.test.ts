import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inbox, until } from '../../scripts/lib/forms';
import { type Chat, openChat } from '../support/chat';
import { example, provoking } from '../support/forms';
import { type Model, type ModelRequest, startModel } from '../support/model';
import { type Access, enterStage } from '../support/stage';

const id = 'aiAgent01x';
const request = (countryCode: string, phoneNum: string) => `Send a Tencent Cloud code to +${countryCode} ${phoneNum}.`;
const ordinary = request('852', '51230301');
const sending = 'Send_Partner_Customer_Code';

let stage: Access;
let model: Model;
let webhookId: string;
let chats: Chat[] = [];

/** The workflow as a person would have it who chose a model, with its chat open to the test. */
async function ownCopy() {
	const workflow = await example('aiAgent01');
	const nodes = workflow.nodes.map((node) => {
		if (node.name === 'Model') return { ...node, credentials: { openAiApi: { id: 'localModel01', name: 'Local model' } } };
		if (!node.type.endsWith('.chatTrigger')) return node;
		return { ...node, parameters: { ...node.parameters, public: true } };
	});
	return { ...workflow, id, nodes };
}

/** Brings something into n8n by its own command. */
async function bring(kind: 'credentials' | 'workflow', things: readonly unknown[]): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'agent-'));
	const file = join(folder, 'things.json');
	await writeFile(file, JSON.stringify(things));
	await stage.n8n.command([`import:${kind}`, `--input=${file}`]);
	await rm(folder, { recursive: true });
}

/** n8n serves the chat a moment after it has said that the workflow is published. */
async function publish(): Promise<void> {
	const { versionId } = (await stage.session.ask('GET', `/workflows/${id}`)) as { versionId: string };
	await stage.session.ask('POST', `/workflows/${id}/activate`, { versionId });
	await until('The chat', async () => ((await fetch(`${stage.n8n.url}/webhook/${webhookId}/chat`)).ok ? true : undefined));
}

beforeAll(async () => {
	stage = await enterStage();
	model = await startModel();
	const copy = await ownCopy();
	webhookId = String((copy.nodes.find(({ type }) => type.endsWith('.chatTrigger')) as unknown as { webhookId: string }).webhookId);
	await bring('credentials', [
		{ id: 'localModel01', name: 'Local model', type: 'openAiApi', data: { apiKey: 'none', url: model.url } },
	]);
	await bring('workflow', [copy]);
	await publish();
}, 90_000);

afterAll(async () => {
	await model.close();
});

beforeEach(async () => {
	await stage.resetSandbox();
});

afterEach(() => {
	for (const chat of chats) chat.close();
	chats = [];
});

const lastOf = ({ messages }: ModelRequest) => messages.at(-1);

/** Lets the model call a tool once, and say what it got back. */
function callOnce(tool: string, parameters: Readonly<Record<string, unknown>>): void {
	model.follow((asked) => {
		const last = lastOf(asked);
		return last?.role === 'tool' ? { text: last.content } : { tool, parameters };
	});
}

/** Lets the model call the tool that sends, with the number that the person asked for, and say what it got back. */
function callToSend(): void {
	model.follow((asked) => {
		const last = lastOf(asked);
		if (last?.role === 'tool') return { text: last.content };
		const [, countryCode, phoneNum] = /\+(\d+) (\d+)/.exec(last?.content ?? '') ?? [];
		return { tool: sending, parameters: { toolParameters: { countryCode, phoneNum }, hitlParameters: {} } };
	});
}

/** Begins a conversation; it ends with the test. */
async function says(text: string): Promise<Chat> {
	const chat = await openChat(stage.n8n.url, webhookId, text);
	chats.push(chat);
	return chat;
}

test('nothing goes out before a person has approved it, and the question says what would go out', async () => {
	callToSend();
	const chat = await says(ordinary);
	const question = await chat.isAsked();
	expect(question.text).toContain('51230301');
	expect(question.text).toContain(sending);
	expect(await inbox(stage.sandboxUrl)).toEqual([]);

	await chat.presses(question, 'Approve');
	expect(JSON.parse(await chat.hears())).toMatchObject([{ success: true, vendor: 'tencentCloud', operation: 'sendCode' }]);
	expect(await inbox(stage.sandboxUrl)).toMatchObject([{ recipient: '+852 51230301' }]);
});

test('what a person declines does not go out, and the agent is told so', async () => {
	callToSend();
	const chat = await says(ordinary);
	await chat.presses(await chat.isAsked(), 'Decline');
	expect(await chat.hears()).toMatch(/declined|rejected|denied|not approved/i);
	expect(await inbox(stage.sandboxUrl)).toEqual([]);
});

const outcomes = [
	{ code: 'FailedOperation.PhoneBindUpper', category: 'fixInput' },
	{ code: 'FailedOperation.SendVerifyCodeLimit60', category: 'retryLater', retryAfterSeconds: 60 },
	{ code: 'UnauthorizedOperation', category: 'fixAccount' },
	{ code: 'InternalError', category: 'vendorFault' },
];

describe('the agent is told of', () => {
	const told: Record<string, unknown> = {};

	/** Asks for a code for the number that provokes it, approves that, and keeps what the agent got back from the tool. */
	async function sendApproved(code: string): Promise<void> {
		const chat = await says(request('1', await provoking(stage, 'partnerCustomer.sendCode', code)));
		await chat.presses(await chat.isAsked(), 'Approve');
		told[code] = JSON.parse(await chat.hears());
	}

	/** All at once, because n8n looks for something to say in a chat only every three seconds. */
	beforeAll(async () => {
		callToSend();
		await Promise.all(outcomes.map(async ({ code }) => { await sendApproved(code); }));
	}, 60_000);

	test.each(outcomes)('$category with its explanation', (failure) => {
		expect(told[failure.code]).toMatchObject([
			{ success: false, failure: { ...failure, explanation: expect.stringMatching(/\w+\. \w+/) } },
		]);
	});
});

test('the agent reads without a person, and is told of each tool what it costs', async () => {
	callOnce('Get_Country_Codes', {});
	const chat = await says('Which dialling code has Hong Kong?');
	expect(await chat.hears()).toContain('852');
	const tools = Object.fromEntries((model.requests.at(-1)?.tools ?? []).map((tool) => [tool.function.name, tool.function.description]));
	expect(tools).toEqual({
		[sending]: expect.stringContaining('cannot be taken back'),
		Send_Ticket_Contact_Code: expect.stringContaining('cannot be taken back'),
		Get_Country_Codes: expect.stringContaining('costs nothing'),
	});
});
