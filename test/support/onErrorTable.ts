/** The table of docs/on-error.md: how it is written and read. One row for each setting of the node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

/** A row: the settings, then what becomes of one accepted and one refused item. */
export interface Row {
	readonly step: 'send' | 'check';
	readonly branchOn: string;
	readonly onError: NonNullable<INode['onError']>;
	readonly retryOnFail: boolean;
	readonly alwaysOutputData: boolean;
	/** Where the accepted item leaves, or what happens instead. */
	readonly accepted: string;
	readonly refused: string;
	/** What else n8n sends out of Success. */
	readonly besides: string;
	/** Requests that reach the vendor, with two tries under Retry On Fail. */
	readonly requests: string;
}

/** n8n's names of the setting On Error, as the editor shows them. */
export const onErrorNames: Readonly<Record<string, Row['onError']>> = {
	'Stop Workflow': 'stopWorkflow',
	Continue: 'continueRegularOutput',
	'Continue (using error output)': 'continueErrorOutput',
};

/** File of the table, from the root of the repository. */
export const tableFile = 'docs/on-error.md';

/** Reads the rows of the table. */
export function readTable(): Row[] {
	const text = readFileSync(join(__dirname, '../..', tableFile), 'utf8');
	const lines = text.split('\n').filter((line) => /^\| (send|check) \|/.test(line));
	return lines.map((line) => {
		const [step, branchOn, onError, retry, always, accepted, refused, besides, requests] = line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replaceAll('`', ''));
		return {
			step: step === 'check' ? 'check' : 'send',
			branchOn: branchOn ?? '',
			onError: onErrorNames[onError ?? ''] ?? 'stopWorkflow',
			retryOnFail: retry === 'on',
			alwaysOutputData: always === 'on',
			accepted: accepted ?? '',
			refused: refused ?? '',
			besides: besides ?? '',
			requests: requests ?? '',
		};
	});
}
