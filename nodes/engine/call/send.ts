/** Sends one request through n8n and says what came back, or why nothing did. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { CredentialChoice, CredentialFields, VendorAnswer, VendorRequest } from '../words/operation';
import { isRecord } from '../words/records';
import { readAnswer, UnreadableBody } from './answer';
import { type Caller, cancelSignalOf, withSignal } from './caller';
import { type NoAnswer, reasonFor } from './faults';
import { within } from './pause';

/** An answer, whatever it says, or the reason why there is none. */
export type Sent = { readonly answer: VendorAnswer } | { readonly none: NoAnswer };

/** A request with all that sending it takes. */
export interface Sending {
	readonly caller: Caller;
	readonly credential: CredentialChoice;
	/** Decrypted, and read once: n8n signs with these very fields. */
	readonly fields: CredentialFields;
	readonly request: VendorRequest;
	/** Ends everything, from the wait for a token to the last byte of the answer. */
	readonly deadline: AbortSignal;
}

/**
 * How a request travels: an absolute address, a string body with its content type, nothing for n8n to serialise, no
 * redirect. Every HTTP status comes back as an answer, because n8n signs and sends again after a 401 that it sees as
 * a failure; the answer comes as a stream, because n8n itself sets no bound to its size.
 */
const travelling = (request: VendorRequest, deadline: AbortSignal): IHttpRequestOptions => ({
	method: request.method,
	url: request.url,
	headers: { ...request.headers },
	...(request.body === undefined ? {} : { body: request.body }),
	encoding: 'stream',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
	abortSignal: deadline,
});

/** An answer that came after the deadline is of no use, and its connection is given back. */
function discard(response: unknown): void {
	const body: unknown = isRecord(response) ? response['body'] : undefined;
	const destroy: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'destroy') : undefined;
	if (typeof destroy === 'function') Reflect.apply(destroy, body, []);
}

/** n8n writes a renewed token into the fields that it is given, hence they are handed over as they are. */
const isDecrypted = (fields: CredentialFields): fields is ICredentialDataDecryptedObject => isRecord(fields);

async function answerTo({ caller, credential, fields, request, deadline }: Sending): Promise<VendorAnswer> {
	const data = isDecrypted(fields) ? fields : {};
	const credentialsDecrypted = { id: '', name: '', type: credential.type, data };
	const response: Promise<unknown> = caller.helpers.httpRequestWithAuthentication.call(
		withSignal(caller, deadline),
		credential.type,
		travelling(request, deadline),
		{ credentialsDecrypted },
	);
	const came = await within(response, deadline).catch((thrown: unknown) => {
		void response.then(discard, () => undefined);
		throw thrown;
	});
	const status: unknown = isRecord(came) ? came['statusCode'] : undefined;
	if (!isRecord(came) || typeof status !== 'number') {
		throw new UnreadableBody('n8n handed over an answer of an unknown form');
	}
	try {
		return await within(readAnswer(status, came['headers'], came['body']), deadline);
	} catch (thrown) {
		discard(came);
		throw thrown instanceof UnreadableBody ? new UnreadableBody(thrown.message, { cause: status }) : thrown;
	}
}

/** Why nothing came by the deadline. While a token is awaited, nothing that it would sign has gone out. */
function endedEarly({ caller, credential, fields }: Sending): NoAnswer {
	const cancelled = cancelSignalOf(caller).aborted;
	if (credential.token?.isAwaited(fields) === true) {
		if (cancelled) return { code: 'Local.NotStarted' };
		return { code: 'Local.NotSignedYet', happened: 'What the credential needs to sign did not come in time' };
	}
	return { code: cancelled ? 'Local.Cancelled' : 'Local.Timeout' };
}

/** Sends a request once, signed by the credential. Throws nothing. */
export async function sendOnce(sending: Sending): Promise<Sent> {
	try {
		return { answer: await answerTo(sending) };
	} catch (thrown) {
		if (sending.deadline.aborted) return { none: endedEarly(sending) };
		if (!(thrown instanceof UnreadableBody)) return { none: reasonFor(thrown) };
		const { message: happened, cause: status } = thrown;
		const httpStatus = typeof status === 'number' ? { httpStatus: status } : {};
		return { none: { code: 'Local.UnreadableAnswer', happened, ...httpStatus } };
	}
}
