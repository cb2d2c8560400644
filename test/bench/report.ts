/** What a measurement hands over: words, tables and charts. Plain data, since it travels between processes. */

/** A table. All rows have as many cells as the head. */
export interface Table {
	readonly head: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
}

/** A chart: bars side by side for each category, or a line over them. */
export interface Chart {
	/** Name of the picture's file, without its ending; unique among all measurements. */
	readonly file: string;
	readonly title: string;
	readonly kind: 'bars' | 'lines';
	/** What the values are, such as `microseconds`. */
	readonly unit: string;
	readonly categories: readonly string[];
	/** What the categories are, below the axis. */
	readonly axis?: string;
	/** True where the values are of many sizes. */
	readonly logarithmic?: boolean;
	readonly series: ReadonlyArray<{ readonly name: string; readonly values: readonly number[] }>;
}

/** A section of docs/benchmarks.md. */
export interface Report {
	readonly title: string;
	/** What was measured, against what and how, in whole sentences. */
	readonly lead: string;
	readonly tables: readonly Table[];
	readonly charts: readonly Chart[];
	/** What a person should know when reading the figures, in whole sentences. */
	readonly remarks: readonly string[];
}

/** What each file in measures/ exports, and nothing else. */
export interface Measurement {
	/** Measures. Runs in a process of its own, so that no other measurement has warmed or filled it. */
	readonly measure: () => Promise<Report>;
}

/** Three digits that matter, as people write them. */
export const figure = (value: number): string =>
	value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value >= 10 ? 1 : 2);

/** How many times as much, such as `1.4×`. */
export const times = (value: number, base: number): string => `${figure(value / base)}×`;
