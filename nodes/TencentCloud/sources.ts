/** Lists from which the form offers the account's own values. */
import { type DataRecord, isRecord, textOf } from '../engine/words/records';
import type { FieldSource, ListEntry } from '../engine/words/operation';

/** `{ Id, Name }` as the vendor writes industries. */
const industryOf = (entry: DataRecord): ListEntry[] =>
	textOf(entry['Id']) === '' ? [] : [{ value: textOf(entry['Id']), name: textOf(entry['Name']) || textOf(entry['Id']) }];

/**
 * Dialling codes from GetCountryCodes.
 *
 * @param refused - codes that the API behind the field does not take; the list says so.
 */
export const countryCodes = (refused: readonly string[]): FieldSource => ({
	method: 'searchCountryCodes',
	from: { resource: 'partnerCustomer', operation: 'getCountryCodes' },
	choices: ({ EnName, Code }) => {
		const value = textOf(Code).replace(/^\+/, '');
		const remark = refused.includes(value) ? ' - refused by this call' : '';
		return value === '' ? [] : [{ value, name: `${textOf(EnName)} (${value})${remark}` }];
	},
});

/** ISO codes of countries and regions from GetCountryCodes; the vendor spells the field IOS2. */
export const areas: FieldSource = {
	method: 'searchAreas',
	from: { resource: 'partnerCustomer', operation: 'getCountryCodes' },
	choices: ({ EnName, IOS2 }) => (textOf(IOS2) === '' ? [] : [{ value: textOf(IOS2), name: `${textOf(EnName)} (${textOf(IOS2)})` }]),
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
		return children.filter(isRecord).flatMap(industryOf);
	},
};

/** Official cloud disk instances from DescribeOfficialInstances. */
export const instances: FieldSource = {
	method: 'searchInstances',
	from: { resource: 'driveAdministrator', operation: 'listInstances' },
	choices: ({ InstanceId, Domain }) => {
		const domain = textOf(Domain) === '' ? '' : ` (${textOf(Domain)})`;
		return textOf(InstanceId) === '' ? [] : [{ value: textOf(InstanceId), name: `${textOf(InstanceId)}${domain}` }];
	},
};
