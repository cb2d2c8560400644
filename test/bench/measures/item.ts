/** What an item costs in n8n, beside n8n's own HTTP Request node, at servers that answer soon or late. */
import { concurrencyBounds } from '../../../nodes/engine/words/limits';
import { figure, type Report, times } from '../report';
import { median } from '../timing';
import { httpRequestNode, ownNode, type Sender, startWorkbench, type Workbench } from '../workbench';

/** Milliseconds that the server takes, and the items of a run at it. */
const servers = [
	{ delay: 0, items: 1_000 },
	{ delay: 50, items: 1_000 },
	{ delay: 300, items: 300 },
] as const;

/** How often each way runs at each. */
const rounds = 3;

/** The usual one first: it is what stands beside n8n's node in the last column. */
const concurrencies = [concurrencyBounds.usual, 10, 50];

/** Milliseconds for one item of each way, taken in turns. */
async function taken(bench: Workbench, ways: readonly Sender[], items: number): Promise<readonly number[]> {
	const seen = ways.map((): number[] => []);
	for (let round = 0; round <= rounds; round += 1) {
		for (const [index, way] of ways.entries()) {
			const spent = await bench.run(way, items);
			if (round > 0) seen[index]?.push(spent / items);
		}
	}
	return seen.map(median);
}

/** Runs them. */
export async function measure(): Promise<Report> {
	const bench = await startWorkbench();
	try {
		const own = await Promise.all(concurrencies.map(async (concurrency) => await ownNode({ concurrency })));
		const single = await ownNode({ concurrency: 1 });
		const rows: Array<readonly number[]> = [];
		for (const { delay, items } of servers) {
			bench.answerAfter(delay);
			rows.push(await taken(bench, [httpRequestNode, ...own, ...(delay === 0 ? [single] : [])], items));
		}
		return reportOf(rows);
	} finally {
		await bench.stop();
	}
}

const wayNames = ["n8n's HTTP Request", ...concurrencies.map((concurrency) => `This package, Concurrency ${String(concurrency)}`)];

function reportOf(rows: ReadonlyArray<readonly number[]>): Report {
	const single = rows[0]?.[wayNames.length] ?? NaN;
	return {
		title: 'One item in n8n',
		lead:
			'1,000 items (300 at the slowest server) in one run of the node in a real n8n, the same signed request to the same server: by HTTP Request of n8n, ' +
			'set up by hand with the credential of this package, and by the node of this package with its pace lifted. Milliseconds for one item, by ' +
			"n8n's own clock. HTTP Request has all items under way at once; the node of this package as many as Concurrency says.",
		tables: [
			{
				head: ['The server answers after', ...wayNames, `Concurrency ${String(concurrencies[0])} to HTTP Request`],
				rows: rows.map((cells, index) => [
					`${String(servers[index]?.delay)} ms`,
					...wayNames.map((_, way) => figure(cells[way] ?? NaN)),
					times(cells[1] ?? NaN, cells[0] ?? NaN),
				]),
			},
		],
		charts: [
			{
				file: 'item',
				title: 'Milliseconds for one item (shorter is faster)',
				kind: 'bars',
				unit: 'milliseconds',
				categories: servers.map(({ delay }) => `${String(delay)} ms`),
				series: wayNames.map((name, way) => ({ name, values: rows.map((cells) => Number((cells[way] ?? NaN).toFixed(2))) })),
			},
		],
		remarks: [
			`One item after the other (Concurrency 1) takes ${figure(single)} ms for each at a server that answers at once.`,
			'The documented rates are far below all of this: 20 a second are 50 ms for an item.',
		],
	};
}
