/** Writes every document that is made from the sources, the reference in docs/ among them: `npm run docs`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documents } from './lib/documents';

async function main(): Promise<void> {
	for (const { path, text } of documents()) {
		const file = join(__dirname, '..', path);
		await mkdir(join(file, '..'), { recursive: true });
		await writeFile(file, text);
		process.stdout.write(`${path}\n`);
	}
}

void main();
