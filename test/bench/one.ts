/** Takes one measurement in this process and keeps its figures: `tsx test/bench/one.ts signature`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thisMachine } from '../../scripts/lib/machine';
import { figuresFolder, type Taken } from './page';
import type { Measurement } from './report';

async function main(name: string): Promise<void> {
	const machine = thisMachine();
	const { measure } = (await import(`./measures/${name}.ts`)) as Measurement;
	const taken: Taken = { ...(await measure()), machine };
	await mkdir(figuresFolder, { recursive: true });
	await writeFile(join(figuresFolder, `${name}.json`), `${JSON.stringify(taken, undefined, '\t')}\n`);
}

void main(process.argv[2] ?? '');
