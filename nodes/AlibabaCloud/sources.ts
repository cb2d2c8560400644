/** Lists from which the form offers the account's own spaces and numbers. */
import { textOf } from '../engine/words/records';
import type { FieldSource } from '../engine/words/operation';

/** Spaces of the account, read with ListInstance. */
export const spaces: FieldSource = {
	method: 'searchSpaces',
	from: { resource: 'whatsAppNumber', operation: 'listSpaces' },
	choices: (entry) => {
		const id = textOf(entry['CustSpaceId']) || textOf(entry['InstanceId']);
		const name = textOf(entry['InstanceName']);
		return id === '' ? [] : [{ name: name === '' ? id : `${name} (${id})`, value: id }];
	},
};

/** Sender numbers of the chosen space, read with QueryChatappPhoneNumbers. */
export const numbers: FieldSource = {
	method: 'searchNumbers',
	from: { resource: 'whatsAppNumber', operation: 'list' },
	parameters: { CustSpaceId: 'CustSpaceId' },
	choices: (entry) => {
		// The operations take digits only, however the list writes a number.
		const number = textOf(entry['PhoneNumber']).replace(/\D/g, '');
		const name = textOf(entry['VerifiedName']);
		return number === '' ? [] : [{ name: name === '' ? number : `${number} (${name})`, value: number }];
	},
};
