/** Pictures that the end-to-end tests keep, for a person who looks at a run. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/prepare/folders';

/** Where a picture is kept: in test-results, which is there then. */
export async function pictureFile(name: string): Promise<string> {
	const folder = join(root, 'test-results');
	await mkdir(folder, { recursive: true });
	return join(folder, `${name}.png`);
}
