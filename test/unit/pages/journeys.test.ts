/** Journeys as they are declared: all that they name is there, and every refusal of the vendor leads a person somewhere. */
import { alibabaCloud } from '../../../nodes/AlibabaCloud/vendor';
import { huaweiCloud } from '../../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../../nodes/TencentCloud/vendor';
import { contactValues } from '../../../nodes/engine/page/contact';
import { passwordPattern } from '../../../nodes/engine/page/html/codePage';
import { wayOn } from '../../../nodes/engine/page/reason';
import type { Contact } from '../../../nodes/engine/page/seal';
import { texts } from '../../../nodes/engine/page/texts';
import { check } from '../../../nodes/engine/input/check';
import { failedHere, refusedByVendor } from '../../../nodes/engine/judge/judge';
import { simulatedCodes } from '../../../nodes/engine/judge/simulate';
import { filledBy, type Journey } from '../../../nodes/engine/words/journey';
import { isLocalCode } from '../../../nodes/engine/words/localCodes';
import { operationNamed, operatorFields } from '../../../nodes/engine/words/lookup';
import type { Operation, Values, Vendor } from '../../../nodes/engine/words/operation';

const vendors: readonly Vendor[] = [tencentCloud, alibabaCloud, huaweiCloud];
const all = vendors.flatMap((vendor) => (vendor.journeys ?? []).map((journey) => ({ name: journey.resource, vendor, journey })));

const callOf = (vendor: Vendor, journey: Journey, which: 'send' | 'complete'): Operation => {
	const found = operationNamed(vendor, { resource: journey.resource, operation: journey[which] });
	if (found === undefined) throw new Error(`${journey.resource} has no ${which}`);
	return found;
};

const contactsOf = ({ contacts }: Journey): Contact[] =>
	contacts.map(({ kind }) =>
		kind === 'phone'
			? { kind, country: 'HK', dialling: '852', digits: '51234567' }
			: { kind, address: 'visitor@example.com', country: 'HK', dialling: '852' },
	);

test('a browser lets those passwords through that the call takes, and no others', () => {
	const rules = all.flatMap(({ vendor, journey }) => (journey.asksWithCode ?? []).map((asked) => ({ ...asked, call: callOf(vendor, journey, 'complete') })));
	expect(rules.length).toBeGreaterThan(0);
	for (const { wire, rule, call } of rules) {
		const field = call.fields.find((one) => one.wire === wire);
		if (field?.type !== 'text' || field.format === undefined || rule === undefined) throw new Error(`${wire} has no rule`);
		const browser = new RegExp(`^(?:${passwordPattern(rule)})$`, 'v');
		const signs = Array.from({ length: 94 }, (_, index) => `Abcdef1${String.fromCharCode(33 + index)}`);
		for (const text of ['Sample-Pass!1', 'Abcde1!', 'Abcdefghijklmnopqr1!', 'Abcdefghijklmnopqrs1!', 'Abcd 1!ef', '1234567!', 'Abcdefg!', 'Äöüäöü1!', ...signs]) {
			expect([text, browser.test(text)]).toEqual([text, field.format.test(text)]);
		}
	}
});

test('the five journeys are there, in the order of the forms', () => {
	expect(all.map(({ name }) => name)).toEqual(['domainContact', 'partnerCustomer', 'driveAdministrator', 'whatsAppNumber', 'ticketContact']);
});

describe.each(all)('$name', ({ vendor, journey }) => {
	const [send, complete] = [callOf(vendor, journey, 'send'), callOf(vendor, journey, 'complete')];

	test('is made of a call that sends, one that completes, and one that only reads', () => {
		expect([send.effect, complete.effect]).toEqual(['message', 'write']);
		expect(operationNamed(vendor, { resource: journey.resource, operation: journey.probe ?? '' })?.effect).toBe('read');
	});

	test('fills in fields that the calls have', () => {
		const known = new Set([...send.fields, ...complete.fields].map(({ wire }) => wire));
		expect([...filledBy(journey)].filter((wire) => !known.has(wire))).toEqual([]);
		expect(complete.fields.find(({ wire }) => wire === journey.code.wire)?.secret).toBe(true);
	});

	test('asks for no secret but the code and what is entered beside it, and leaves none to the operator', () => {
		expect(operatorFields(vendor, journey).filter(({ secret }) => secret)).toEqual([]);
	});

	test.each(contactsOf(journey))('has a contact that both calls take, $kind', (contact) => {
		for (const call of [send, complete]) {
			const given: Record<string, unknown> = contactValues(journey, contact);
			const values: Record<string, Values[string]> = {};
			for (const field of call.fields.filter(({ wire }) => filledBy(journey).has(wire) && wire in given)) {
				const result = check(field, given[field.wire], values, call.fields);
				expect([field.wire, result]).toEqual([field.wire, { value: expect.anything() as unknown }]);
				if ('value' in result && result.value !== undefined) values[field.wire] = result.value;
			}
			expect(JSON.stringify(values)).toMatch(/51234567|visitor@example\.com/);
		}
	});

	test('has words of its own for codes that the vendor documents', () => {
		const known = [send, complete].flatMap((call) => simulatedCodes(vendor, call));
		expect(Object.keys(journey.words ?? {}).filter((code) => !known.includes(code))).toEqual([]);
		expect(Object.values(journey.words ?? {}).filter((word) => !(word in texts.en) && word !== 'triesUsedUp')).toEqual([]);
	});

	test.each(['send', 'complete'] as const)('leads a person on after every refusal of %s, in words that there are', (phase) => {
		const call = callOf(vendor, journey, phase);
		const [contact] = contactsOf(journey);
		for (const code of simulatedCodes(vendor, call)) {
			const found = isLocalCode(code) ? failedHere(call, code) : refusedByVendor(vendor, call, { code, message: 'x' });
			const way = wayOn(journey, contact as Contact, phase, found);
			expect([code, ['contact', 'code', 'help'].includes(way.page)]).toEqual([code, true]);
			expect([code, way.said === undefined || way.said.word in texts.en]).toEqual([code, true]);
			/* Who is sent back to a page is told why; who cannot do anything is not asked again, and the operator hears of it. */
			if (way.page === 'contact') expect([code, way.said?.word]).toEqual([code, expect.any(String)]);
			if (way.page === 'help') expect([code, way.tell]).toEqual([code, true]);
			if (found.failure.category === 'fixAccount') expect([code, way.page]).toEqual([code, 'help']);
			if (found.failure.category === 'vendorFault') expect([code, way.tell]).toEqual([code, true]);
		}
	});

	test('takes what the vendor says of the code itself as a wrong code, and nothing else', () => {
		const [contact] = contactsOf(journey);
		const codes = simulatedCodes(vendor, complete).filter((code) => !isLocalCode(code));
		const wrong = codes.filter((code) => wayOn(journey, contact as Contact, 'complete', refusedByVendor(vendor, complete, { code, message: '' })).wrongCode);
		const named = codes.filter((code) => complete.codes[code]?.field === journey.code.wire);
		expect(wrong).toEqual(expect.arrayContaining(named));
	});
});
