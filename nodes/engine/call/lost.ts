/** What a request came to whose answer was lost, once the very same request was sent again. */
import type { Finding } from '../judge/outcome';
import type { Vendor } from '../words/operation';

/**
 * Joins the two tries of one request. A yes is a yes: the vendor carried it out now, and did not before. Any other
 * answer leaves open what became of the first try, so that its failure stands.
 */
export function afterLost(vendor: Vendor, first: Finding, second: Finding): Finding {
	if (first.success || second.success) return second;
	const { failure, note } = first;
	const arrived = second.failure.code === vendor.singleUse?.seenCode;
	const learnt = arrived
		? `${note.happened}, and ${vendor.displayName} says that the request had arrived`
		: `${note.happened}, and asking once more brought no certainty`;
	return {
		...first,
		...(second.requestId === undefined ? {} : { requestId: second.requestId }),
		failure: { ...failure, explanation: `${learnt}. ${note.todo}.` },
		note: { ...note, happened: learnt },
	};
}
