import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../../scripts/lib/documents';

describe('the reference in docs/', () => {
	it.each(documents())('$path is what the declarations say; run `npm run docs` when it is stale', ({ path, text }) => {
		const file = join(__dirname, '../..', path);
		expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
	});
});
