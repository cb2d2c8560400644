import { checkedValues } from '../../support/declarations';
import { choice, declare, text } from '../../../nodes/engine/words/declare';
import { emailAddress } from '../../../nodes/engine/words/formats';
import type { Field } from '../../../nodes/engine/words/operation';
import { diallingCode, phoneNumber } from '../../../nodes/engine/words/readings';

const parcelShop = (fields: readonly Field[]) =>
	declare({
		resource: { value: 'shop', name: 'Shop', about: 'A shop' },
		value: 'call',
		name: 'Call',
		action: 'Call shop',
		about: 'Call a shop',
		api: {},
		page: 'https://shop.example',
		effect: 'message',
		perSecond: 1,
		fields,
		answer: [],
		codes: {},
	});

const note = text('Note', 'Note', 'A note');
const number = text('Number', 'Number', 'The number', { required: true, reads: phoneNumber({ country: 'Country' }) });
const country = text('Country', 'Country', 'Its country', { reads: diallingCode('') });
const contact = text('Contact', 'Contact', 'Number or address', {
	readsBy: { field: 'Way', readings: { call: phoneNumber({ country: 'Country' }) } },
	formatBy: { field: 'Way', formats: { mail: emailAddress } },
});
const way = choice('Way', 'Way', 'How', [{ value: 'call', name: 'Call' }, { value: 'mail', name: 'Mail' }]);
const again = text('Again', 'Again', 'The number again', { sameAs: 'Number' });

describe('a field that decides how another one is read', () => {
	it('may be declared behind it', () => {
		const operation = parcelShop([note, number, country]);
		expect(checkedValues(operation, { Number: '+852 5123-4567', Country: '+852' })).toEqual({ Number: '51234567', Country: '852' });
		expect(checkedValues(operation, { Number: '+49 151 23456789', Country: '852' })).toMatchObject({
			refused: 'Number',
			says: "'Number' begins with the country code +49, and 'Country' is +852",
		});
	});

	it('comes before it, and all others stay where they are', () => {
		const names = (fields: readonly Field[]) => parcelShop(fields).fields.map(({ wire }) => wire);
		expect(names([note, number, country])).toEqual(['Note', 'Country', 'Number']);
		expect(names([again, contact, note, country, number, way])).toEqual(['Country', 'Number', 'Again', 'Way', 'Contact', 'Note']);
		expect(names([country, number])).toEqual(['Country', 'Number']);
	});

	it('may be missing or lead in a circle without harm', () => {
		const first = text('First', 'First', 'One', { sameAs: 'Second' });
		const second = text('Second', 'Second', 'Two', { sameAs: 'First' });
		expect(parcelShop([first, second, number]).fields).toHaveLength(3);
	});
});
