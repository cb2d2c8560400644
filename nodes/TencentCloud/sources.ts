/** Lists from which the form offers the account's own values. */
import type { FieldSource, ListedChoice } from '../engine/operation';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Entry = Readonly<Record<string, unknown>>;

/** `{ Id, Name }` as the vendor writes industries. */
const industryOf = (entry: Entry): ListedChoice[] =>
	text(entry['Id']) === '' ? [] : [{ value: text(entry['Id']), name: text(entry['Name']) || text(entry['Id']) }];

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

/**
 * Dialling codes from GetCountryCodes.
 *
 * @param refused - codes that the API behind the field does not take; the list says so.
 */
export const countryCodes = (refused: readonly string[]): FieldSource => ({
	method: 'searchCountryCodes',
	from: { resource: 'partnerCustomer', operation: 'getCountryCodes' },
	choices: ({ EnName, Code }) => {
		const value = text(Code).replace(/^\+/, '');
		const remark = refused.includes(value) ? ' - refused by this call' : '';
		return value === '' ? [] : [{ value, name: `${text(EnName)} (${value})${remark}` }];
	},
});

/** ISO codes of countries and regions from GetCountryCodes; the vendor spells the field IOS2. */
export const areas: FieldSource = {
	method: 'searchAreas',
	from: { resource: 'partnerCustomer', operation: 'getCountryCodes' },
	choices: ({ EnName, IOS2 }) => (text(IOS2) === '' ? [] : [{ value: text(IOS2), name: `${text(EnName)} (${text(IOS2)})` }]),
};

/** Industries of the first level from GetTradeConfigList. */
export const industries: FieldSource = {
	method: 'searchIndustries',
	from: { resource: 'partnerCustomer', operation: 'getIndustries' },
	choices: industryOf,
};

/** Industries of the second level, below the one chosen as TradeOne. */
export const subIndustries: FieldSource = {
	method: 'searchSubIndustries',
	from: { resource: 'partnerCustomer', operation: 'getIndustries' },
	choices: (entry, chosen) => {
		const parent = chosen('TradeOne');
		const children = entry['Children'];
		if ((parent !== '' && parent !== entry['Id']) || !Array.isArray(children)) return [];
		return children.filter(isEntry).flatMap(industryOf);
	},
};

/** Official cloud disk instances from DescribeOfficialInstances. */
export const instances: FieldSource = {
	method: 'searchInstances',
	from: { resource: 'driveAdministrator', operation: 'listInstances' },
	choices: ({ InstanceId, Domain }) => {
		const domain = text(Domain) === '' ? '' : ` (${text(Domain)})`;
		return text(InstanceId) === '' ? [] : [{ value: text(InstanceId), name: `${text(InstanceId)}${domain}` }];
	},
};
