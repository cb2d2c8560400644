/** What an AI agent is told about a node that it may call. */
import type { INodeProperties } from 'n8n-workflow';
import type { Effect, Operation } from '../words/operation';

/** What a call costs, so that an agent does not call twice. */
const costs: Readonly<Record<Effect, string>> = {
	message:
		'Each call sends a message to a person and may cost money; it cannot be taken back. Call it once for a recipient, and never again unless the answer says how long to wait',
	write: 'Each call changes something or uses up a try of the received code. Call it once with values that the person gave',
	read: 'It changes nothing and costs nothing',
};

const answers =
	'The answer says success: true, or success: false with failure.category (fixInput, retryLater, fixAccount, vendorFault), failure.explanation and, where known, failure.retryAfterSeconds';

/** The text that an agent reads for each operation; shown only where the node is drawn as a tool. */
export const toolDescriptionOf = ({ resource, value: operation, about, effect }: Operation): INodeProperties => ({
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 4 },
	default: `${about}. ${costs[effect]}. ${answers}.`,
	description: 'What the agent is told about this tool',
	displayOptions: { show: { '@tool': [true], resource: [resource.value], operation: [operation] } },
});

/** Keeps a parameter out of the form where the node is drawn as a tool, which has one output. */
export const notForTools = { '@tool': [true] };
