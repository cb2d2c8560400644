/** Holds docs/on-error.md against n8n's own engine, row by row. */
import type { INodeExecutionData } from 'n8n-workflow';
import { runNode } from '../support/engine';
import { onErrorNames, readTable, type Row } from '../support/onErrorTable';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';

const node = new ParcelNode();
const rows = readTable();
const outputNames: Readonly<Record<string, readonly string[]>> = {
	category: ['Success', 'Fix Input', 'Retry Later', 'Fix Account', 'Vendor Fault'],
	successOrError: ['Success', 'Error'],
	errorCode: ['Success', 'Other', 'Full'],
	none: ['Success'],
};

const stopped = 'stops the workflow';
const phoneOf = ({ json: item }: INodeExecutionData): unknown =>
	(item['input'] as { phone?: string } | undefined)?.phone ??
	(item['details'] as { input?: { phone?: string } } | undefined)?.input?.phone;

async function run({ step, branchOn, onError, retryOnFail, alwaysOutputData }: Row, phones: readonly string[]) {
	const server = await serve(({ body }, response) => {
		const { PhoneNum } = JSON.parse(body) as { PhoneNum: string };
		json(response, PhoneNum === '1' ? { id: 'r' } : { id: 'r', code: 'Box.Full', message: 'full' });
	});
	const result = await runNode({
		node,
		parameters: {
			resource: 'locker',
			operation: step === 'send' ? 'sendCode' : 'open',
			phoneNum: '={{ $json.phone }}',
			...(step === 'send' ? { channel: 1 } : { code: '123456' }),
			branchOn,
			routes: { values: [{ name: 'Full', codes: ['Box.Full', 'Local.AlwaysOutputData'], typedCodes: '' }] },
			options: { includeInput: true },
		},
		items: phones.map((phone) => ({ phone })),
		credentials: [parcelCredential(server.url)],
		settings: { onError, retryOnFail, maxTries: 2, waitBetweenTries: 1, alwaysOutputData },
	});
	await server.close();
	return { ...result, requests: server.seen.length };
}

/** What n8n did, in the words of the table. */
async function happened(row: Row) {
	const both = await run(row, ['2', '1']);
	const names = [...(outputNames[row.branchOn] ?? []), ...(row.onError === 'continueErrorOutput' ? ["n8n's error output"] : [])];
	const whereIs = (phone: string): string =>
		both.error
			? stopped
			: names.filter((_name, output) => (both.reached[output] ?? []).some((item) => phoneOf(item) === phone)).join(', ');
	const none = await run(row, ['2']);
	const besides = (none.reached[0] ?? []).filter((item) => phoneOf(item) === undefined);
	const inSuccess = [...(both.reached[0] ?? []), ...(none.reached[0] ?? [])];
	return {
		accepted: whereIs('1'),
		refused: whereIs('2'),
		besides: besides.map(({ json: item }) => JSON.stringify(item)).join(', '),
		requests: String(both.requests),
		successes: inSuccess.filter(({ json: item }) => item['success'] === true).map(phoneOf),
	};
}

describe('docs/on-error.md', () => {
	it('has a row for each combination of settings', () => {
		const keys = rows.map(({ step, branchOn, onError, retryOnFail, alwaysOutputData }) => [step, branchOn, onError, retryOnFail, alwaysOutputData].join());
		expect(new Set(keys).size).toBe(2 * 4 * Object.keys(onErrorNames).length * 2 * 2);
	});

	it.each(rows)('$step, $branchOn, $onError, Retry On Fail $retryOnFail, Always Output Data $alwaysOutputData', async (row) => {
		const { successes, ...seen } = await happened(row);
		expect(seen).toEqual({ accepted: row.accepted, refused: row.refused, besides: row.besides, requests: row.requests });
		expect(successes.every((phone) => phone === '1')).toBe(true);
	});
});
