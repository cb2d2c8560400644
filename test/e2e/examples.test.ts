import { exampleWorkflows, startsByHand } from '../../scripts/lib/examples';
import { type ItemJson, type LeftItem, asExpected, leftItems, runWorkflow } from '../../scripts/lib/execution';
import { execute } from '../support/execution';
import { example } from '../support/forms';
import { type Access, enterStage } from '../support/stage';

const nodeTypes = 'n8n-nodes-cloud-verification.';

let stage: Access;
const left: Record<string, readonly LeftItem[]> = {};

/** Runs each example once, on a sandbox that has sent nothing yet. */
beforeAll(async () => {
	stage = await enterStage();
	await stage.resetSandbox();
	for (const workflow of (await exampleWorkflows()).filter(startsByHand)) {
		left[workflow.id] = leftItems(await execute<ItemJson>(stage.session, workflow.id), workflow, nodeTypes);
	}
}, 120_000);

const itemsOf = (id: string): readonly LeftItem[] => left[id] ?? [];

/** What happened to each recipient: what it was about, the output it left by, and the code where there is one. */
const fates = (items: readonly LeftItem[]): Readonly<Record<string, readonly string[]>> =>
	Object.fromEntries(
		items.map(({ output, json: { input, failure, success } }) => [
			input?.about ?? '',
			[output, ...(failure === undefined ? [] : [failure.code]), ...(success === true ? ['success: true'] : [])],
		]),
	);

test('codes for the customers of a partner leave by the output that says what to do next', () => {
	expect(fates(itemsOf('tencentPartner01'))).toEqual({
		'Your recipient': ['Success', 'success: true'],
		'An ordinary number': ['Success', 'success: true'],
		'The same number again, at once': ['Retry Later', 'FailedOperation.SendVerifyCodeLimit60'],
		'A country that Tencent Cloud refuses': ['Fix Input', 'Local.InvalidParameter'],
		'Letters in the number': ['Fix Input', 'Local.InvalidParameter'],
		'A number that has its five accounts': ['Fix Input', 'FailedOperation.PhoneBindUpper'],
		'The key has no permission': ['Fix Account', 'UnauthorizedOperation'],
		'The connection is cut before the answer': ['Vendor Fault', 'Local.ConnectionLost'],
	});
});

test('codes for domain contacts leave by the output that says what to do next', () => {
	expect(fates(itemsOf('tencentContact01'))).toEqual({
		'Your recipient': ['Success', 'success: true'],
		'An ordinary number': ['Success', 'success: true'],
		'An ordinary address': ['Success', 'success: true'],
		'A number where an address is asked for': ['Fix Input', 'Local.InvalidParameter'],
		'Letters in the number': ['Fix Input', 'Local.InvalidParameter'],
		'Too many requests': ['Retry Later', 'RequestLimitExceeded'],
		'The caller is not accepted': ['Fix Account', 'InternalError.NeedLogin'],
		'Sending the code failed': ['Vendor Fault', 'InternalError.SendVerifyCodeErr'],
	});
});

test('codes for a drive administrator leave by the output that says what to do next', () => {
	expect(fates(itemsOf('tencentDrive01'))).toEqual({
		'Your recipient': ['Success', 'success: true'],
		'An ordinary number': ['Success', 'success: true'],
		'Letters in the number': ['Fix Input', 'Local.InvalidParameter'],
		'Letters in the country code': ['Fix Input', 'Local.InvalidParameter'],
		'The number is the super administrator already': ['Fix Input', 'InvalidParameterValue.NotModified'],
		'A number that got too many codes': ['Retry Later', 'RequestLimitExceeded.SendSms'],
		'The key has no permission': ['Fix Account', 'UnauthorizedOperation'],
		'Something broke while sending': ['Vendor Fault', 'InternalError.SendSms'],
	});
});

test('one workflow sends through all three clouds, and every cloud has the same outputs', () => {
	expect(fates(itemsOf('allThreeClouds01'))).toEqual({
		'Your recipient': ['Success', 'success: true'],
		'An ordinary number of a partner customer': ['Success', 'success: true'],
		'A country that Tencent Cloud refuses': ['Fix Input', 'Local.InvalidParameter'],
		'An ordinary WhatsApp sender number': ['Success', 'success: true'],
		'A number that Alibaba Cloud got too many requests for': ['Retry Later', 'System.LimitControl'],
		'The connection is cut before the answer': ['Vendor Fault', 'Local.ConnectionLost'],
		'An ordinary number of a ticket contact': ['Success', 'success: true'],
		'The same number again, at once': ['Retry Later', 'Local.Cooldown'],
		'An account without a role for tickets': ['Fix Account', 'OSM.01010007'],
	});
});

test('every recipient left by the output that the workflow says for it', () => {
	const items = Object.values(left).flat();
	expect(items.filter((item) => !asExpected(item))).toEqual([]);
});

test('the inbox holds one code for each recipient that left by Success, and for no other but those whose answer was lost', async () => {
	const response = await fetch(`${stage.sandboxUrl}/sandbox/messages`);
	const messages = (await response.json()) as readonly { readonly recipient: string }[];
	expect(messages.map(({ recipient }) => recipient).sort()).toEqual([
		'+1 2025550100',
		'+1 2025550110',
		'+1 2025550140',
		'+1 8305550131',
		'+19365550179',
		'+44 7700900101',
		'+44 7700900111',
		'+44 7700900113',
		'+44 7700900141',
		'+447700900112',
		'+447700900151',
		'domains@example.com',
		'you@example.com',
	]);
});

test("n8n's own command, by which the demo runs the examples, gives what the editor gives", async () => {
	await stage.resetSandbox();
	const items = await runWorkflow(stage.n8n, await example('allThreeClouds01'), nodeTypes);
	expect(items).toHaveLength(itemsOf('allThreeClouds01').length);
	expect(fates(items)).toEqual(fates(itemsOf('allThreeClouds01')));
});
