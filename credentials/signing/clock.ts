/** Points in time as the vendors write them, always in UTC, whatever the machine's time zone. */

/** A moment in the vendors' ways of writing. */
interface Written {
	readonly clock: number;
	readonly date: string;
	readonly seconds: string;
	readonly compact: string;
}

function writtenAt(clock: number): Written {
	const text = new Date(clock).toISOString();
	const seconds = `${text.slice(0, 19)}Z`;
	return { clock, date: text.slice(0, 10), seconds, compact: seconds.replace(/[-:]/g, '') };
}

/** The moment that was written last: one request writes the same one several times. */
let latest = writtenAt(0);

function written(clock: number): Written {
	if (latest.clock !== clock) latest = writtenAt(clock);
	return latest;
}

/**
 * Whole seconds since 1970, as in Tencent Cloud's `X-TC-Timestamp`.
 *
 * @param clock - ms since 1970, as from Date.now().
 */
export const unixSeconds = (clock: number): string => String(Math.floor(clock / 1000));

/** `2019-02-25`: the date of a TC3 credential scope. `clock` in ms since 1970. */
export const utcDate = (clock: number): string => written(clock).date;

/** `2023-10-26T10:22:32Z`, as in Alibaba Cloud's `x-acs-date`. `clock` in ms since 1970. */
export const utcSeconds = (clock: number): string => written(clock).seconds;

/** `20191115T033655Z`, as in Huawei Cloud's `X-Sdk-Date`. `clock` in ms since 1970. */
export const utcCompact = (clock: number): string => written(clock).compact;
