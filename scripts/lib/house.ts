/** The way through the engine, from the sentence at the top of each of its rooms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineRooms } from '../rooms';
import { root } from '../prepare/folders';

/**
 * What stands at the top of a room, in its README.md, below its name: what may come in and what goes out.
 *
 * @throws Error where the room has no such file.
 */
export const sentenceOf = (room: string): string =>
	readFileSync(join(root, 'nodes/engine', room, 'README.md'), 'utf8')
		.replace(`# ${room}\n\n`, '')
		.trimEnd();

/** The page at the top of `nodes/engine/`. */
export const house = (): string =>
	[
		'# The engine',
		'',
		'What all vendors share; it knows none of them. `npm run docs` makes this page from the page of each room.',
		'',
		'An item goes one way: its parameters, the values in them, the request, the answer, the outcome, the output. To',
		'follow one, begin at `run/execute.ts`. To add an API, begin at a file in `nodes/TencentCloud/operations/`, which',
		'uses nothing of this folder but `words/`.',
		'',
		'A room uses the rooms that stand before it in this list and none after it, which a test holds:',
		'',
		...engineRooms.map((room, index) => `${String(index + 1)}. [${room}](${room}): ${sentenceOf(room)}`),
		'',
	].join('\n');
