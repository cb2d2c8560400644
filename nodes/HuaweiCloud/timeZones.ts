/** Time zones as Huawei Cloud writes them, `GMT+8`. */

/** Every offset from Greenwich that a clock somewhere shows, summer time included; in minutes. */
const offsets: readonly number[] = [
	-720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -150, -120, -60, 0, 60, 120, 180, 210,
	240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765, 780, 825, 840,
];

/** The name of an offset, such as `GMT+5:30`. */
function nameOf(offset: number): string {
	const hours = Math.floor(Math.abs(offset) / 60);
	const minutes = Math.abs(offset) % 60;
	return `GMT${offset < 0 ? '-' : '+'}${String(hours)}${minutes === 0 ? '' : `:${String(minutes)}`}`;
}

/** What the form suggests for `X-Time-Zone`, from west to east. */
export const timeZoneNames: readonly string[] = offsets.map(nameOf);
