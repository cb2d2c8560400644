/** What n8n in one process goes through with this package, and what is promised of it. A new scenario is a new entry. */
import { provokersOf } from '../../scripts/lib/scenarios/provokers';
import type { Scenario } from '../../scripts/lib/scenarios/scenario';
import { alibabaSend, huaweiSend, huaweiTokenSend, sendWith, tencentSend } from '../../scripts/lib/scenarios/sends';
import type { Send } from '../../scripts/lib/scenarios/workflow';
import { answered, cancelled, givenAgain, stoppedAndRetried, throttled } from './happenings';
import { everyoneReached, noneTooFast, rateUsed, requestsBeside, withinIdeal } from './promises';

/** One message for each recipient, whatever becomes of the execution. */
export const sendOnce = { sendOnceKey: '={{ $json.phone }}' } as const;

/** n8n's own settings of a node: it is run again twice, with all its items. */
const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 500 } as const;

/** A refusal of Huawei Cloud that the node does not repeat. */
const refusal = 'OSM.01010001';

const stopping = sendWith(huaweiSend, { branchOn: 'none' });

/** The time-out is short, because one of the faults is no answer at all. */
const everything = (vendor: string, send: Send, items: number): Scenario => ({
	name: `${vendor}: every documented answer and every fault of the way, among others`,
	send,
	before: (sandbox) => provokersOf(sandbox, send),
	items,
	options: { timeout: 2 },
	promised: [],
});

/** What n8n's Retry On Fail makes of a refused item that comes first, which is where n8n looks. */
const continuing = (onError: string, label: string): Scenario => ({
	name: `Retry On Fail, Branch On Nothing, On Error: ${label}`,
	send: stopping,
	node: { ...retryOnFail, onError },
	before: (sandbox) => provokersOf(sandbox, huaweiSend, refusal),
	items: 99,
	promised: [requestsBeside(retryOnFail.maxTries - 1)],
});

const branching = (branchOn: string, label: string): Scenario => ({
	name: `Retry On Fail, Branch On ${label}`,
	send: sendWith(huaweiSend, { branchOn }),
	node: retryOnFail,
	before: (sandbox) => provokersOf(sandbox, huaweiSend, refusal),
	items: 99,
	promised: [requestsBeside(0)],
});

const stopped = { send: tencentSend, items: 200, happening: cancelled } as const;

/** Every scenario, in the order in which they run. */
export const scenarios: readonly Scenario[] = [
	{
		name: '200 items at 20 a second',
		send: tencentSend,
		items: 200,
		promised: [everyoneReached, noneTooFast, requestsBeside(0), withinIdeal(tencentSend.perSecond, 1.03)],
	},
	{
		name: '1,000 items in one execution',
		send: tencentSend,
		items: 1000,
		promised: [everyoneReached, noneTooFast, requestsBeside(0), withinIdeal(tencentSend.perSecond, 1.03)],
	},
	{
		name: '400 items in eight executions side by side',
		send: tencentSend,
		items: 400,
		batch: 50,
		atOnce: 8,
		promised: [everyoneReached, noneTooFast, requestsBeside(0), rateUsed(tencentSend.perSecond, 0.9)],
	},
	{
		name: 'Retry On Fail, Branch On Nothing, On Error: Stop Workflow',
		send: stopping,
		node: retryOnFail,
		items: 300,
		happening: answered(huaweiSend, { code: refusal }),
		promised: [everyoneReached, requestsBeside(1)],
	},
	continuing('continueRegularOutput', 'Continue'),
	continuing('continueErrorOutput', 'Continue (Using Error Output)'),
	branching('category', 'Category'),
	branching('successOrError', 'Success or Error'),
	{
		name: 'a refusal stops the execution, and a person presses Retry',
		send: stopping,
		items: 300,
		happening: stoppedAndRetried(huaweiSend, refusal),
		promised: [everyoneReached, requestsBeside(1)],
	},
	{
		name: 'a person stops the execution and presses Retry, without Send Once Key',
		...stopped,
		promised: undefined,
	},
	{
		name: 'a person stops the execution and presses Retry, with Send Once Key',
		...stopped,
		options: sendOnce,
		promised: [],
	},
	{
		name: 'all recipients given twice, with Send Once Key',
		send: tencentSend,
		items: 100,
		options: sendOnce,
		afterwards: givenAgain,
		promised: [everyoneReached, requestsBeside(0)],
	},
	{
		name: 'Huawei Cloud: 30 connections cut behind the request',
		send: huaweiSend,
		items: 300,
		happening: answered(huaweiSend, { fault: 'reset' }, 30),
		promised: [requestsBeside(0)],
	},
	{
		name: 'Huawei Cloud: 30 answers that end in the middle',
		send: huaweiSend,
		items: 300,
		happening: answered(huaweiSend, { fault: 'half-json' }, 30),
		promised: [requestsBeside(0)],
	},
	{
		name: 'Alibaba Cloud: 20 connections cut behind the request, and asked once more under the same nonce',
		send: alibabaSend,
		items: 100,
		happening: answered(alibabaSend, { fault: 'reset' }, 20),
		promised: [requestsBeside(20)],
	},
	{
		name: 'Tencent Cloud throttles ten times all the same',
		send: tencentSend,
		items: 100,
		happening: throttled(tencentSend, 'RequestLimitExceeded', 10),
		promised: [everyoneReached, requestsBeside(0)],
	},
	everything('Tencent Cloud', tencentSend, 100),
	everything('Alibaba Cloud', alibabaSend, 50),
	everything('Huawei Cloud, IAM token', huaweiTokenSend, 100),
];
