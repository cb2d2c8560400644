/** How close to the documented rate a run is, and whether the cloud refuses anything. */
import { runScenario, type Row, type Scenario } from '../../../scripts/lib/scenarios/scenario';
import { alibabaSend, huaweiSend, tencentSend } from '../../../scripts/lib/scenarios/sends';
import { withSingle } from '../../../scripts/lib/scenarios/stages';
import type { Send } from '../../../scripts/lib/scenarios/workflow';
import { figure, type Report } from '../report';

const runs: ReadonlyArray<readonly [string, Send, number]> = [
	['Tencent Cloud, SendVerifyCode', tencentSend, 200],
	['Tencent Cloud, SendVerifyCode', tencentSend, 1_000],
	['Alibaba Cloud, GetChatappVerifyCode', alibabaSend, 200],
	['Huawei Cloud, SendVerifyCodes', huaweiSend, 2_000],
];

const scenarioOf = ([name, send, items]: (typeof runs)[number]): Scenario => ({ name, send, items, promised: [] });

/** From the first to the last message at the documented rate, in seconds. */
const idealOf = ({ sent }: Row, { perSecond }: Send): number => (sent - 1) / perSecond;

/** Runs them. */
export async function measure(): Promise<Report> {
	const rows: Row[] = [];
	await withSingle(new AbortController().signal, async (stage) => {
		for (const [index, run] of runs.entries()) rows.push(await runScenario(stage, scenarioOf(run), index * 10_000));
	});
	return {
		title: 'Holding the limit',
		lead:
			"One run of the node in a real n8n, at the sandbox's clouds, which refuse what is above the documented rate in any second. Seconds from the first " +
			'to the last message at the cloud, beside those that the rate asks for.',
		tables: [
			{
				head: ['API', 'Items', 'Documented rate', 'Seconds', 'At the rate', 'Share', 'Refused as too fast'],
				rows: rows.map((row, index) => {
					const [name = '', send = tencentSend] = runs[index] ?? [];
					const ideal = idealOf(row, send);
					return [
						name,
						row.items.toLocaleString('en-US'),
						`${String(send.perSecond)} a second`,
						figure(row.seconds),
						figure(ideal),
						(row.seconds / ideal).toFixed(3),
						String(row.tooFast),
					];
				}),
			},
		],
		charts: [],
		remarks: ['The pace keeps 2.5 % below the rate, because requests do not arrive as evenly as they leave.'],
	};
}
