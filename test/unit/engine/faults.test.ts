/** What is thrown instead of an answer says whether the request may have arrived. */
import { reasonFor } from '../../../nodes/engine/call/faults';
import { localCodes } from '../../../nodes/engine/words/localCodes';

/** As n8n wraps what its HTTP client throws. */
const wrapped = (cause: object): object => ({ name: 'NodeApiError', message: 'wrapped', cause: { name: 'AxiosError', message: 'x', ...cause } });

describe('a request counts as never sent only where no connection came about', () => {
	it.each([
		['EHOSTUNREACH', 'connect', 'Local.NoConnection'],
		['ENETUNREACH', 'connect', 'Local.NoConnection'],
		['ETIMEDOUT', 'connect', 'Local.NoConnection'],
		['ENOTFOUND', 'getaddrinfo', 'Local.NoConnection'],
		['EAI_AGAIN', 'getaddrinfo', 'Local.NoConnection'],
		['ECONNREFUSED', '', 'Local.NoConnection'],
		['EHOSTUNREACH', 'read', 'Local.ConnectionLost'],
		['ENETUNREACH', 'read', 'Local.ConnectionLost'],
		['EHOSTUNREACH', 'write', 'Local.ConnectionLost'],
		['EHOSTDOWN', '', 'Local.ConnectionLost'],
		['ECONNRESET', 'read', 'Local.ConnectionLost'],
		['EPIPE', 'write', 'Local.ConnectionLost'],
		['ETIMEDOUT', 'read', 'Local.Timeout'],
		['ECONNABORTED', '', 'Local.Timeout'],
	] as const)('%s at %p is %s', (code, syscall, expected) => {
		expect(reasonFor(wrapped({ code, ...(syscall === '' ? {} : { syscall }) })).code).toBe(expected);
		expect(localCodes[expected].maybeSent).toBe(expected !== 'Local.NoConnection');
	});

	it.each([undefined, null, 'text', 7, {}, [], Object.create(null)])('%p leaves it open', (thrown) => {
		expect(reasonFor(thrown).code).toBe('Local.ConnectionLost');
	});
});

describe('a credential that would not sign', () => {
	it('says why, and when it makes sense to try again', () => {
		const refusal = { name: 'SigningRefusal', message: 'IAM is out of order.', passing: true, retryAfterSeconds: 20 };
		expect(reasonFor(wrapped(refusal))).toEqual({ code: 'Local.NotSignedYet', happened: 'IAM is out of order', retryAfterSeconds: 20 });
		expect(reasonFor(wrapped({ ...refusal, passing: false })).code).toBe('Local.CredentialRefused');
	});
});
