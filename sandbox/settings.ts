/** Settings of a cloud, which the inbox page and the tests change. */

interface Common {
	readonly name: string;
	readonly label: string;
	/** What it does; of a number, with its unit. */
	readonly about: string;
}

/** A whole number within limits. */
export interface NumberSetting extends Common {
	readonly least: number;
	readonly most: number;
	readonly choices?: undefined;
	get(): number;
	set(value: number): void;
}

/** One of some values. */
export interface ChoiceSetting extends Common {
	readonly choices: ReadonlyArray<{ readonly value: string; readonly name: string }>;
	get(): string;
	/** Takes a value of {@link choices} only. */
	set(value: string): void;
}

/** A setting of a cloud. */
export type Setting = NumberSetting | ChoiceSetting;

/** Thrown where a setting does not take a value. */
export class NoSuchValue extends Error {}

/**
 * Changes a setting.
 *
 * @throws NoSuchValue that says what is allowed.
 */
export function setTo(setting: Setting, value: unknown): void {
	if (setting.choices === undefined) {
		const { least, most } = setting;
		if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
			throw new NoSuchValue(`'${setting.label}' takes a whole number from ${String(least)} to ${String(most)}.`);
		}
		setting.set(value);
		return;
	}
	const found = setting.choices.find((choice) => choice.value === value);
	if (found === undefined) {
		throw new NoSuchValue(`'${setting.label}' takes one of: ${setting.choices.map((choice) => choice.value).join(', ')}.`);
	}
	setting.set(found.value);
}
