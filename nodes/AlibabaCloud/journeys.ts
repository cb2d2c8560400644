/** What a person can prove on pages: to which calls it belongs, and what the page asks for them. */
import type { Journey } from '../engine/words/journey';

/** Numbers from which a business sends WhatsApp messages; the code comes from WhatsApp and is good for some minutes. */
const whatsAppNumber: Journey = {
	resource: 'whatsAppNumber',
	send: 'sendCode',
	complete: 'verifyAndRegister',
	probe: 'listSpaces',
	contacts: [{ kind: 'phone', wire: 'PhoneNumber', writing: 'international' }],
	code: { wire: 'VerifyCode' },
};

/** In the order of the list Resource. */
export const journeys: readonly Journey[] = [whatsAppNumber];
