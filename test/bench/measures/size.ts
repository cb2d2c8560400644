/** Whether an item costs more where there are many, and what n8n keeps of a large run. */
import { figure, type Report } from '../report';
import { median } from '../timing';
import { httpRequestNode, ownNode, startWorkbench } from '../workbench';

const sizes = [10, 100, 1_000, 10_000];

/** Runs of each size, so that each is about as many items; of the largest one is long enough. */
const runsOf = (size: number): number => Math.min(15, Math.max(1, Math.floor(3_000 / size)));

/** Runs them. */
export async function measure(): Promise<Report> {
	const bench = await startWorkbench();
	try {
		const own = await ownNode();
		for (const sender of [own, httpRequestNode]) await bench.run(sender, 1_000);
		const rows: Array<{ readonly size: number; readonly own: number; readonly http: number; readonly heap: number }> = [];
		for (const size of sizes) {
			const seen: { readonly own: number[]; readonly http: number[] } = { own: [], http: [] };
			for (let run = 0; run < runsOf(size); run += 1) {
				seen.own.push((await bench.run(own, size)) / size);
				seen.http.push((await bench.run(httpRequestNode, size)) / size);
			}
			rows.push({ size, own: median(seen.own), http: median(seen.http), heap: await bench.heap() });
		}
		return {
			title: 'Cost against size',
			lead:
				'Runs of 10 to 10,000 items at a server that answers at once, with the pace lifted. Milliseconds for one item, and what JavaScript keeps in ' +
				"n8n's process after the runs of that size, after a collection.",
			tables: [
				{
					head: ['Items in a run', 'This package', "n8n's HTTP Request", 'Heap'],
					rows: rows.map(({ size, own: mine, http, heap }) => [size.toLocaleString('en-US'), figure(mine), figure(http), `${figure(heap)} MB`]),
				},
			],
			charts: [
				{
					file: 'size',
					title: 'Milliseconds for one item (lower is faster)',
					kind: 'lines',
					unit: 'milliseconds',
					axis: 'items in a run',
					categories: sizes.map((size) => size.toLocaleString('en-US')),
					series: [
						{ name: 'This package', values: rows.map((row) => Number(row.own.toFixed(2))) },
						{ name: "n8n's HTTP Request", values: rows.map((row) => Number(row.http.toFixed(2))) },
					],
				},
			],
			remarks: ['The first items of a run carry what n8n does once for a run; hence an item of a run of ten costs more.'],
		};
	} finally {
		await bench.stop();
	}
}
