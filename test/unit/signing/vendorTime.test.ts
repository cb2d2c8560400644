/** The time that is signed, and whose it is. */
import { VendorTime } from '../../../credentials/signing/vendorTime';

const clock = Date.UTC(2026, 0, 2);
const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => {
	jest.spyOn(Date, 'now').mockReturnValue(clock);
});

afterEach(() => {
	jest.restoreAllMocks();
});

test("is this machine's until a vendor refuses it, then the vendor's own, and goes on", () => {
	const time = new VendorTime('first');
	expect(time.now({})).toBe(clock);
	expect([time.correct({}, clock + hour), time.now({})]).toEqual([true, clock + hour]);
	jest.spyOn(Date, 'now').mockReturnValue(clock + 5);
	expect(time.now({})).toBe(clock + hour + 5);
});

test('of a machine that is ahead is set back', () => {
	const time = new VendorTime('second');
	expect([time.correct({}, clock - hour), time.now({})]).toEqual([true, clock - hour]);
});

test.each([minute, -minute])('is not taken over again when it is signed already, so that something else is wrong: %d ms and less', (difference) => {
	const time = new VendorTime(`third ${String(difference)}`);
	const nearer = difference > 0 ? -1 : 1;
	expect([time.correct({}, clock + difference + nearer), time.now({})]).toEqual([false, clock]);
	expect([time.correct({}, clock + difference), time.now({})]).toEqual([true, clock + difference]);
	expect([time.correct({}, clock + difference), time.correct({}, clock)]).toEqual([false, true]);
	expect(time.now({})).toBe(clock);
});

test('is one for each endpoint, however it is written, and for each type of credential', () => {
	const [time, other] = [new VendorTime('fourth'), new VendorTime('fifth')];
	time.correct({ endpoint: 'https://a.test' }, clock + hour);
	expect([{ endpoint: ' https://a.test ' }, { endpoint: 'https://b.test' }, { endpoint: '' }, {}].map((fields) => time.now(fields) - clock)).toEqual([hour, 0, 0, 0]);
	expect(other.now({ endpoint: 'https://a.test' })).toBe(clock);
	time.correct({ endpoint: 7 }, clock + 2 * hour);
	expect([{}, { endpoint: '' }, { endpoint: null }].map((fields) => time.now(fields) - clock)).toEqual([2 * hour, 2 * hour, 2 * hour]);
});

test('of a hundred endpoints is remembered, and of the oldest of more is not', () => {
	const time = new VendorTime('sixth');
	const at = (number: number) => ({ endpoint: `https://${String(number)}.test` });
	for (let number = 0; number <= 100; number += 1) time.correct(at(number), clock + hour);
	expect([0, 1, 100].map((number) => time.now(at(number)) - clock)).toEqual([0, hour, hour]);
});
