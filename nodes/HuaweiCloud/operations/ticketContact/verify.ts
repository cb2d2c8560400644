import { declare, family, fixInput, text } from '../../../engine/words/declare';
import { refusedValues, wordsOfSpentCodes } from '../../../engine/words/familiesByWords';
import type { ErrorFamily } from '../../../engine/words/operation';
import { receivedCode } from '../../../engine/words/readings';
import { type HuaweiApi, ticketPage } from '../../api';
import { spokenCodes } from '../../codes/families';
import {
	contactCodes,
	contactValueField,
	contactWayField,
	headerFields,
	optionalAreaCodeField,
	perSecond,
	ticketContact,
} from './shared';

const notAccepted = fixInput(
	'The verification code is wrong or no longer valid',
	"Enter the code of the last message in 'Verification Code', or send a new one; it is valid for 5 minutes",
	{ field: 'verify_code' },
);

/** A guess from words of a message. */
const aboutTheCode = (texts: readonly string[]): ErrorFamily =>
	family('OSM.*', { ...notAccepted, maybeSent: true }, { statuses: refusedValues, texts });

/**
 * The list of the service has gaps; where a code in such a gap speaks of the verification, this is what it says.
 * Words that can mean the code alone come first, then permissions, faults and limits, which speak of codes as well.
 */
const wrongCode: readonly ErrorFamily[] = [
	aboutTheCode(wordsOfSpentCodes),
	...spokenCodes,
	aboutTheCode(['verify code', 'verification code', 'verify not', 'verification not', '验证码', '验证不']),
];

/** CheckVerifyCodes. There is no answer but the absence of a code: then the contact is verified. */
export const verify = declare<HuaweiApi>({
	resource: ticketContact,
	value: 'verify',
	name: 'Verify',
	action: 'Verify ticket contact',
	about: 'Check the received code and, when it is right, make the contact a verified one for support tickets',
	api: { method: 'POST', path: '/v2/servicerequest/verifycodes' },
	page: ticketPage('CheckVerifyCodes'),
	effect: 'write',
	perSecond,
	fields: [
		contactWayField,
		contactValueField,
		text('verify_code', 'Verification Code', 'Code that the contact got', {
			required: true,
			secret: true,
			reads: receivedCode,
			length: [6, 6],
			example: '123456',
		}),
		optionalAreaCodeField,
		text('x_customer_id', 'Sub-User ID', 'ID of the sub-user', { length: [1, 64] }),
		text('customer_id', 'Customer ID', 'ID of the customer', { length: [1, 64] }),
		...headerFields,
	],
	answer: [],
	codes: { ...contactCodes, 'OSM.01010010': notAccepted },
	families: wrongCode,
});
