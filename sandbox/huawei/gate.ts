/** Who asks: by an access key or by a token. https://support.huaweicloud.com/intl/en-us/api-ticket/ticket_api_00009.html */
import { type Received, refuse } from '../cloud';
import type { Identity } from './identity';
import { account } from './keys';
import type { SignatureCheck } from './signature';

/** Lets in who has a key or a token. */
export class Gate {
	constructor(
		private readonly signatures: SignatureCheck,
		private readonly identity: Identity,
	) {}

	/**
	 * Checks a request.
	 *
	 * @throws Refused with a code of the gateway, or of the service where the named account is another.
	 */
	authenticate(received: Received): void {
		if (received.headers['x-auth-token'] === undefined) this.signatures.check(received);
		else this.identity.check(received);
		const domain = received.headers['x-domain-id'];
		if (domain !== undefined && domain !== account.id) refuse('OSM.01010011', 'The customer could not be obtained.');
	}
}
