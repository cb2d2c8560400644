/** What n8n is told when a failure stops the workflow. */
import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Category, FailureCause, Operation, Vendor } from '../words/operation';
import type { SetupRefusal } from '../input/setup';
import type { Failed } from '../judge/outcome';
import { isLocalCode, localCodes } from '../words/localCodes';

const causes: Readonly<Partial<Record<Category, FailureCause>>> = {
	retryLater: 'rate-limited',
	fixAccount: 'configuration-invalid',
	vendorFault: 'temporarily-unavailable',
};

type DeclaredFailure = NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure'];

/** n8n's own word for why the call failed, with the wait where one is known. n8n versions without it ignore it. */
function declaredFailure({ failure, note }: Failed): DeclaredFailure {
	const cause = note.cause ?? causes[failure.category];
	switch (cause) {
		case undefined:
			return undefined;
		case 'credential-invalid':
		case 'configuration-invalid':
		case 'node-defect':
			return { cause };
		default:
			return failure.retryAfterSeconds === undefined
				? { cause }
				: { cause, retryAfterMs: failure.retryAfterSeconds * 1000 };
	}
}

/** The lines below the message: what to do, then what a support desk asks for. */
function descriptionOf(outcome: Failed, operation: Operation | undefined, done: number): string {
	const { failure, note, requestId } = outcome;
	const label = operation?.fields.find(({ wire }) => wire === failure.field)?.label;
	return [
		`${note.todo}.`,
		label === undefined ? '' : `Parameter: '${label}'.`,
		failure.maybeSent === true ? 'A message may already be on its way.' : '',
		failure.retryAfterSeconds === undefined ? '' : `Wait ${String(failure.retryAfterSeconds)} s before the next try.`,
		done === 0 ? '' : `Items done before this one: ${String(done)}.`,
		`Code: ${failure.code}.`,
		isLocalCode(failure.code) ? '' : `Message: ${failure.message}`,
		requestId === undefined ? '' : `Request ID: ${requestId}`,
	]
		.filter((line) => line !== '')
		.join(' ');
}

/**
 * The failure that stops a workflow.
 *
 * The vendor's code and message stand in the description only: n8n replaces a message in which it finds
 * certain system names, also inside other words. What this package says itself gets neither the vendor's name nor
 * an HTTP code: n8n shows both under "From" and the name of the node, as if the vendor had answered.
 *
 * @param done - how many items succeeded before.
 */
export function failureToThrow(
	node: INode,
	vendor: Vendor,
	operation: Operation | undefined,
	outcome: Failed,
	itemIndex: number,
	done: number,
): NodeApiError {
	const failure = declaredFailure(outcome);
	const { happened } = outcome.note;
	const { code, httpStatus = isLocalCode(code) ? '' : code } = outcome.failure;
	return new NodeApiError(node, isLocalCode(code) ? {} : { message: happened }, {
		message: `${isLocalCode(code) ? '' : `${vendor.displayName}: `}${happened} [item ${String(itemIndex)}]`,
		description: descriptionOf(outcome, operation, done),
		httpCode: String(httpStatus),
		itemIndex,
		...(failure === undefined ? {} : { failure }),
	});
}

/** The refusal to run a node as it is set up. */
export function refusalToThrow(node: INode, refusal: SetupRefusal): NodeOperationError {
	const known = localCodes[refusal.code];
	return new NodeOperationError(node, refusal.happened ?? known.happened, {
		description: `${refusal.todo ?? known.todo}. Code: ${refusal.code}.`,
		itemIndex: 0,
	});
}
