import { FixedOffsetZone, DateTime, IANAZone } from 'luxon';
import { timeZones } from '../../nodes/HuaweiCloud/sources';
import { timeZoneNames } from '../../nodes/HuaweiCloud/timeZones';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { askedSource, checkedValues, declared } from '../support/declarations';

const outcome = (name: string, given: Readonly<Record<string, unknown>>) =>
	checkedValues(declared(huaweiCloud, `ticketContact.${name}`), given);

const byText = { contact_way: 0, contact_value: '13800001234', area_code: '86' };
const byMail = { contact_way: 1, contact_value: 'name@example.com', area_code: '86' };

describe('a code for a ticket contact', () => {
	it('goes to a number or an email address, the way as a number on the wire', () => {
		expect(outcome('sendCode', byText)).toEqual(byText);
		expect(outcome('sendCode', byMail)).toEqual(byMail);
		expect(outcome('sendCode', { ...byMail, contact_way: '1' })).toEqual(byMail);
		expect(outcome('sendCode', { ...byText, contact_value: 13800001234, area_code: 86 })).toEqual(byText);
	});

	it('refuses an email address where a number is asked for, and the other way round', () => {
		expect(outcome('sendCode', { ...byText, contact_value: 'name@example.com' })).toMatchObject({
			refused: 'contact_value',
			says: "'Contact Way' is SMS, and what 'Phone Number or Email' holds fits Email",
		});
		expect(outcome('sendCode', { ...byMail, contact_value: '13800001234' })).toMatchObject({
			refused: 'contact_value',
			says: "'Contact Way' is Email, and what 'Phone Number or Email' holds fits SMS",
		});
		expect(outcome('sendCode', { ...byMail, contact_value: 'nobody' })).toMatchObject({
			says: "'Phone Number or Email' must be one email address, such as name@example.com",
		});
	});

	it.each(['+86', '0086', ' 86 ', '８６', '8 6', 86, '(86)'])('takes the country code %s', (area_code) => {
		expect(outcome('sendCode', { ...byText, area_code })).toEqual(byText);
	});

	it.each(['0x56', 'China', '+', '1'.repeat(17)])('refuses the country code %s', (area_code) => {
		expect(outcome('sendCode', { ...byText, area_code })).toMatchObject({ refused: 'area_code' });
	});

	it('leaves the dash of a country code where it is', () => {
		const given = { ...byText, area_code: '1-684', contact_value: '+1 684 733 1234' };
		expect(outcome('sendCode', given)).toEqual({ ...byText, area_code: '1-684', contact_value: '7331234' });
	});

	it.each(['contact_way', 'contact_value', 'area_code'])('wants %s, for email too', (wire) => {
		for (const given of [byText, byMail]) {
			for (const empty of ['', ' ', undefined, null]) {
				expect(outcome('sendCode', { ...given, [wire]: empty })).toMatchObject({ refused: wire });
			}
		}
	});

	it('refuses contacts of more than 64 characters and ways that do not exist', () => {
		expect(outcome('sendCode', { ...byText, contact_value: '1'.repeat(64) })).toHaveProperty('contact_value');
		expect(outcome('sendCode', { ...byText, contact_value: '1'.repeat(65) })).toMatchObject({
			refused: 'contact_value',
		});
		expect(outcome('sendCode', { ...byMail, contact_value: `${'n'.repeat(60)}@a.de` })).toMatchObject({
			refused: 'contact_value',
		});
		for (const contact_way of [2, -1, 'SMS', true]) {
			expect(outcome('sendCode', { ...byText, contact_way })).toMatchObject({ refused: 'contact_way' });
		}
	});

	it('takes language and time zone as headers, and nothing in them that could end a header', () => {
		const given = { ...byText, 'X-Language': 'en-us', 'X-Time-Zone': 'GMT+5:30' };
		expect(outcome('sendCode', given)).toEqual(given);
		expect(outcome('sendCode', { ...given, 'X-Language': 'en\r\nX-Evil: 1' })).toMatchObject({
			refused: 'X-Language',
		});
		expect(outcome('sendCode', { ...given, 'X-Language': 'e'.repeat(33) })).toMatchObject({
			refused: 'X-Language',
		});
	});

	it.each(['UTC+8', 'GMT+08:00', 'GMT+25', 'CST', 'nowhere/land', 'GMT+5:30'])('sends the time zone %s as it is', (zone) => {
		expect(outcome('sendCode', { ...byText, 'X-Time-Zone': zone })).toEqual({ ...byText, 'X-Time-Zone': zone });
	});

	it.each([
		['Asia/Shanghai', 'GMT+8'],
		['asia/kolkata', 'GMT+5:30'],
		['America/Argentina/ComodRivadavia', 'GMT-3'],
		['Etc/GMT+8', 'GMT-8'],
	])('sends the offset of %s', (zone, offset) => {
		expect(outcome('sendCode', { ...byText, 'X-Time-Zone': zone })).toMatchObject({ 'X-Time-Zone': offset });
	});

	it.each(['', 'GMT+8\r\nX-Evil: 1', '东八区', 'x'.repeat(33), '\ud800', {}, [], true, 1.5])(
		'goes out without the time zone %j, which shows times in the answer alone',
		(zone) => {
			expect(outcome('sendCode', { ...byText, 'X-Time-Zone': zone })).toEqual(byText);
		},
	);
});

describe('the time zones', () => {
	const minutesOf = (name: string) => {
		const [, sign, hours, minutes = '0'] = /^GMT([+-])(\d{1,2})(?::(\d{2}))?$/.exec(name) ?? [];
		return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	};
	const names = timeZoneNames;

	it('are read by luxon as the offsets that they name, from GMT-12 to GMT+14', () => {
		expect(names).toEqual([...new Set(names)].sort((a, b) => minutesOf(a) - minutesOf(b)));
		expect([names[0], names.at(-1)]).toEqual(['GMT-12', 'GMT+14']);
		for (const name of names) {
			const zone = FixedOffsetZone.parseSpecifier(name.replace('GMT', 'UTC'));
			expect([name, zone?.isValid, zone?.offset(0)]).toEqual([name, true, minutesOf(name)]);
		}
	});

	it('offer every offset that a clock of the world shows in the course of a year', () => {
		const days = [1, 4, 7, 10].map((month) => DateTime.utc(2026, month, 15).toMillis());
		const shown = Intl.supportedValuesOf('timeZone').flatMap((zone) =>
			days.map((day) => IANAZone.create(zone).offset(day)),
		);
		const offered = new Set(names.map(minutesOf));
		expect(shown.length).toBeGreaterThan(1000);
		expect([...new Set(shown)].filter((offset) => !offered.has(offset))).toEqual([]);
	});

	it('hold the default of the documentation, and are what the form suggests', () => {
		expect(names).toContain('GMT+8');
		expect(timeZones.known().map(({ value }) => value)).toEqual(names);
	});
});

describe('the step after the code', () => {
	it('takes a code of exactly six characters, leading zeros kept', () => {
		const given = { ...byText, verify_code: '000123' };
		expect(outcome('verify', given)).toEqual(given);
		for (const verify_code of ['', ' ', '12345', '1234567', undefined, null, 123]) {
			expect(outcome('verify', { ...given, verify_code })).toMatchObject({ refused: 'verify_code' });
		}
	});

	it('does without a country code', () => {
		const { contact_way, contact_value } = byMail;
		expect(outcome('verify', { contact_way, contact_value, verify_code: '123456' })).not.toHaveProperty('refused');
		expect(outcome('checkIfNeeded', { contact_way, contact_value })).toEqual({ contact_way, contact_value });
	});

	it('is looked for as it was sent, also where the list is not narrowed to one way', () => {
		const asked = (contact_value: string) => outcome('listVerified', { contact_value, area_code: '852' });
		expect(asked('+852 5123-4567')).toEqual({ area_code: '852', contact_value: '51234567' });
		expect(asked(' name@example.com ')).toEqual({ area_code: '852', contact_value: 'name@example.com' });
	});

	it('lists without any value', () => {
		expect(outcome('listVerified', {})).toEqual({});
		expect(outcome('listCountryCodes', {})).toEqual({});
	});

	it.each(['2026-01-31 23:59:59', '2028-02-29 00:00:00'])('takes the time %s', (expired_time) => {
		expect(outcome('listVerified', { expired_time })).toEqual({ expired_time });
	});

	it.each([
		'2026-02-29 00:00:00',
		'2026-13-01 00:00:00',
		'2026-01-31T23:59:59',
		'2026-01-31 24:00:00',
		'2026-01-31',
		'soon',
	])('refuses the time %s, and says how one is written', (expired_time) => {
		expect(outcome('listVerified', { expired_time })).toEqual({
			refused: 'expired_time',
			says: "'Expiry Time' must be a date and time such as 2026-01-31 23:59:59",
		});
	});
});

describe('the list that feeds the form', () => {
	it('offers dialling codes by the name of the country', () => {
		for (const name of ['sendCode', 'verify', 'checkIfNeeded', 'listVerified']) {
			const source = askedSource(huaweiCloud, `ticketContact.${name}`, 'area_code');
			expect(source?.from).toEqual({ resource: 'ticketContact', operation: 'listCountryCodes' });
			const choices = (entry: Record<string, unknown>) => source?.choices(entry, () => '');
			expect(choices({ id: 1, area_code: '354', area_name: 'Iceland' })).toEqual([
				{ name: 'Iceland (354)', value: '354' },
			]);
			expect(choices({ area_code: '354' })).toEqual([{ name: '(354)', value: '354' }]);
			expect(choices({ area_code: 354 })).toEqual([]);
		}
	});

	it('comes from an operation that reads a list and needs nothing to be filled in', () => {
		const source = declared(huaweiCloud, 'ticketContact.listCountryCodes');
		expect([source.effect, source.listing]).toEqual(['read', { entries: 'area_code_list' }]);
		expect(source.fields.filter(({ required }) => required)).toEqual([]);
	});
});
