/**
 * Pages of a list, by each of the readings that a vendor's page may leave open: whether a position skips rows or
 * counts pages, and whether the first is 0 or 1.
 */
import type { ChoiceSetting } from './settings';

/** How a position is read. */
export interface PositionReading {
	/** Such as `rowsFrom0`. */
	readonly value: string;
	readonly name: string;
	readonly counts: 'rows' | 'pages';
	readonly first: 0 | 1;
}

/** Each row has a number, the first is 0: so many rows are skipped. */
export const rowsFrom0: PositionReading = { value: 'rowsFrom0', name: 'Rows, the first is 0', counts: 'rows', first: 0 };
/** Pages are counted from 0. */
export const pagesFrom0: PositionReading = { value: 'pagesFrom0', name: 'Pages, the first is 0', counts: 'pages', first: 0 };
/** Pages are counted from 1. */
export const pagesFrom1: PositionReading = { value: 'pagesFrom1', name: 'Pages, the first is 1', counts: 'pages', first: 1 };

const readings: readonly PositionReading[] = [
	rowsFrom0,
	{ value: 'rowsFrom1', name: 'Rows, the first is 1', counts: 'rows', first: 1 },
	pagesFrom0,
	pagesFrom1,
];

/**
 * One page of a list. What lies before the first position is the first page.
 *
 * @param position - the beginning when left out.
 * @param limit - entries of a page, 0 or more.
 */
export function pageOf<T>(entries: readonly T[], { counts, first }: PositionReading, limit: number, position: number = first): readonly T[] {
	const start = Math.max(0, position - first) * (counts === 'pages' ? limit : 1);
	return entries.slice(start, start + limit);
}

/** The reading of a list whose vendor leaves it open. */
export class OpenPosition {
	/** @param current - until another one is set; better not the one that a caller would try first. */
	constructor(public current: PositionReading) {}

	/** The setting by which another one is chosen. */
	setting(position: string, list: string): ChoiceSetting {
		return {
			name: 'positionReading',
			label: `What ${position} counts`,
			about: `In ${list}. The vendor's page leaves it open; a caller should find every entry under each of them`,
			choices: readings.map(({ value, name }) => ({ value, name })),
			get: () => this.current.value,
			set: (value) => { this.current = readings.find((one) => one.value === value) ?? this.current; },
		};
	}
}
