/**
 * Runs one file of a vendor's SDK as it is in the package, by itself.
 *
 * The sandbox judges signatures by the vendors' own code, so that a misreading of a specification in this
 * package cannot hide itself. A whole SDK may refuse to load, or may fix what a server must be able to vary.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';

const resolver = createRequire(__filename);

/** A place in the file where a fixed value becomes a given one. */
export interface Opening {
	/** The text to replace; must occur exactly once. */
	readonly fixed: string;
	readonly open: string;
}

function opened(source: string, { fixed, open }: Opening, file: string): string {
	const occurrences = source.split(fixed).length - 1;
	if (occurrences !== 1) {
		throw new Error(
			`${file} has ${String(occurrences)} instead of 1 of: ${fixed.trim()}. ` +
				'The SDK has changed; compare the file with the openings of the sandbox.',
		);
	}
	return source.replace(fixed, () => open);
}

/**
 * Gives what a file of an SDK exports.
 *
 * @param specifier - the file, such as `@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js`.
 * @throws Error where an opening does not fit the file.
 */
export function vendorCode(specifier: string, openings: readonly Opening[] = []): unknown {
	const file = resolver.resolve(specifier);
	const source = openings.reduce((text, opening) => opened(text, opening, file), readFileSync(file, 'utf8'));
	const module = { exports: {} as unknown };
	const run: unknown = compileFunction(source, ['exports', 'require', 'module', '__filename', '__dirname'], {
		filename: file,
	});
	if (typeof run !== 'function') throw new Error(`${file} could not be compiled`);
	Reflect.apply(run, module.exports, [module.exports, createRequire(file), module, file, dirname(file)]);
	return module.exports;
}

/** Picks a static function of what a vendor's file exports, checked to be one. */
export function vendorFunction(owner: unknown, name: string): (...given: readonly unknown[]) => unknown {
	const found: unknown =
		(typeof owner === 'object' || typeof owner === 'function') && owner !== null ? Reflect.get(owner, name) : undefined;
	if (typeof found !== 'function') throw new Error(`The SDK has no function ${name}`);
	return (...given) => Reflect.apply(found, owner, given) as unknown;
}
