/** The compiled package, as n8n loads it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/prepare/folders';

const load: (path: string) => unknown = createRequire(__filename);

/**
 * A module of dist/.
 *
 * @typeParam Module - the type of the source that it was compiled from.
 * @param path - within dist/, without its ending.
 */
export const fromDist = <Module>(path: string): Module => load(join(root, 'dist', `${path}.js`)) as Module;
