/** What n8n in queue mode goes through with this package, and what is promised of it. A new scenario is a new entry. */
import type { Cluster } from '../../scripts/lib/queue/cluster';
import type { Scenario } from '../../scripts/lib/scenarios/scenario';
import { huaweiSend, huaweiTokenSend, sendWith, tencentSend } from '../../scripts/lib/scenarios/sends';
import { givenAgain, lostGivenAgain, stoppedAndRetried } from '../reliability/happenings';
import { everyoneReached, rateUsed, requestsBeside } from '../reliability/promises';
import { sendOnce } from '../reliability/scenarios';
import { databaseGone, workerKilled } from './happenings';

const workers = 2;

/** Each process keeps a pace of its own. */
const halfEach = { requestsPerSecond: tencentSend.perSecond / workers } as const;

/** Seconds that a token lives in the scenario in which it expires; it is renewed after nine tenths of that. */
const tokenLife = 5;

const refusal = 'OSM.01010001';

const killed = { send: tencentSend, items: 120, options: halfEach, happening: workerKilled } as const;

/** Every scenario, in the order in which they run. */
export const scenarios: ReadonlyArray<Scenario<Cluster>> = [
	{
		name: 'queue mode: 1,000 items over 40 executions, two workers',
		send: tencentSend,
		items: 1000,
		batch: 25,
		atOnce: 8,
		options: halfEach,
		promised: [everyoneReached, rateUsed(tencentSend.perSecond, 0.9)],
	},
	{
		name: 'queue mode: a worker killed (SIGKILL), and all its recipients given again, without Send Once Key',
		...killed,
		promised: undefined,
	},
	{
		name: 'queue mode: a worker killed (SIGKILL), and all its recipients given again, with Send Once Key',
		...killed,
		options: { ...halfEach, ...sendOnce },
		promised: [],
	},
	{
		name: 'queue mode: two workers send from one node, and all recipients given twice, with Send Once Key',
		send: tencentSend,
		items: 200,
		batch: 25,
		atOnce: 4,
		options: { ...halfEach, ...sendOnce },
		afterwards: givenAgain,
		promised: [everyoneReached],
	},
	{
		name: 'queue mode: a refusal stops the execution, and a person presses Retry',
		send: sendWith(huaweiSend, { branchOn: 'none' }),
		items: 300,
		happening: stoppedAndRetried(huaweiSend, refusal),
		promised: [everyoneReached, requestsBeside(1)],
	},
	{
		name: `queue mode: IAM tokens of ${String(tokenLife)} s under both workers`,
		send: huaweiTokenSend,
		items: 800,
		batch: 20,
		atOnce: 4,
		settings: [{ vendor: 'huaweiCloud', setting: 'tokenLifetimeSeconds', value: tokenLife }],
		promised: [
			everyoneReached,
			{
				text: 'each worker gave the password once for each life of a token',
				holds: ({ passwords, seconds }) => passwords <= workers * (Math.floor(seconds / (tokenLife * 0.9)) + 1),
			},
		],
	},
	{
		name: 'queue mode: the database gone for ten seconds, and what n8n forgot given again, with Send Once Key',
		send: tencentSend,
		items: 400,
		batch: 100,
		atOnce: 2,
		options: { ...halfEach, ...sendOnce },
		happening: databaseGone,
		afterwards: lostGivenAgain,
		promised: [],
	},
];
