/** Points in time as the vendors write them, always in UTC, whatever the machine's time zone. */

/** The moment that was written last: one request writes the same one several times. */
let written = { clock: 0, text: new Date(0).toISOString() };

function iso(clock: number): string {
	if (written.clock !== clock) written = { clock, text: new Date(clock).toISOString() };
	return written.text;
}

/**
 * Whole seconds since 1970, as in Tencent Cloud's `X-TC-Timestamp`.
 *
 * @param clock - ms since 1970, as from Date.now().
 */
export const unixSeconds = (clock: number): string => String(Math.floor(clock / 1000));

/** `2019-02-25`: the date of a TC3 credential scope. `clock` in ms since 1970. */
export const utcDate = (clock: number): string => iso(clock).slice(0, 10);

/** `2023-10-26T10:22:32Z`, as in Alibaba Cloud's `x-acs-date`. `clock` in ms since 1970. */
export const utcSeconds = (clock: number): string => `${iso(clock).slice(0, 19)}Z`;

/** `20191115T033655Z`, as in Huawei Cloud's `X-Sdk-Date`. `clock` in ms since 1970. */
export const utcCompact = (clock: number): string => utcSeconds(clock).replace(/[-:]/g, '');
