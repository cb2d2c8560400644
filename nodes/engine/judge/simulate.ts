/** Outcomes without any network, so that every branch of a workflow can be built and shown for nothing. */
import { fieldsBelow, itemPrefix } from '../words/documentedAnswer';
import { isLocalCode } from '../words/localCodes';
import type { AnswerField, Operation, Vendor } from '../words/operation';
import { failedHere, refusedByVendor } from './judge';
import type { Finding } from './outcome';

/** The value of the option Simulate that stands for success. */
export const simulatedSuccess = 'success';

const requestId = 'simulated';

const samples = { string: 'sample', integer: 1, boolean: true, object: {}, array: [] } as const;

const sampleOf = ({ example, type }: AnswerField): unknown => example ?? samples[type];

/** Fields of an answer below a prefix such as `Data[].`; those that lie deeper are left to their parents. */
function sampleBelow(fields: readonly AnswerField[], prefix: string): Record<string, unknown> {
	return Object.fromEntries(
		fieldsBelow(fields, prefix).map(({ name, field }) => {
			const nested = (path: string) => fields.some(({ wire }) => wire.startsWith(path));
			if (nested(`${field.wire}[].`)) return [name, [sampleBelow(fields, `${field.wire}[].`)]];
			if (nested(`${field.wire}.`)) return [name, sampleBelow(fields, `${field.wire}.`)];
			return [name, sampleOf(field)];
		}),
	);
}

/** The sample answer of an operation; of a list, one entry. */
const sampleAnswer = (operation: Operation): Record<string, unknown> => sampleBelow(operation.answer, itemPrefix(operation));

/** Every code that the operation can be made to answer, the vendor's documented ones first. */
export const simulatedCodes = (vendor: Vendor, operation: Operation): string[] => [
	...new Set([...Object.keys(operation.codes), ...Object.keys(vendor.commonCodes)]),
];

/** The finding that the option Simulate asks for. */
export function simulate(vendor: Vendor, operation: Operation, wanted: string): Finding {
	if (wanted === simulatedSuccess) return { success: true, requestId, data: sampleAnswer(operation) };
	if (isLocalCode(wanted)) return failedHere(operation, wanted);
	if (!simulatedCodes(vendor, operation).includes(wanted)) {
		return failedHere(operation, 'Local.InvalidParameter', {
			field: 'simulate',
			happened: "'Simulate' names a code that is not documented for this operation",
			todo: "Choose another outcome under 'Simulate', or take the option away",
		});
	}
	return refusedByVendor(vendor, operation, { code: wanted, message: 'Simulated: no request was made', requestId });
}
