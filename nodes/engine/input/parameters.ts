/** Reads a parameter of the node as n8n gives it, whatever it is. */
import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { isRecord, unwrapped } from '../words/records';

/** What n8n gives for a parameter: a value, nothing, or an expression that could not be resolved. */
export type RawParameter = { readonly given: unknown } | { readonly unresolved: true };

/**
 * Reads a parameter without letting n8n convert or check it.
 *
 * @returns the value, null when it is not set.
 */
export function rawParameter(context: IExecuteFunctions, path: string, itemIndex: number): RawParameter {
	try {
		return { given: unwrapped(context.getNodeParameter(path, itemIndex, null, { skipValidation: true })) };
	} catch {
		return { unresolved: true };
	}
}

/** The words of the expression that a person wrote for a parameter, in lower case; none where there is no expression. */
export function expressionWords({ parameters }: INode, path: string): string[] {
	let written: unknown = parameters;
	for (const name of path.split('.')) written = isRecord(written) ? written[name] : undefined;
	const text = unwrapped(written);
	if (typeof text !== 'string' || !text.startsWith('=')) return [];
	return (text.match(/[\p{L}\p{N}_]+/gu) ?? []).map((word) => word.toLowerCase());
}

/** A switch of the form: on, off, or something that is neither. */
export function readSwitch(context: IExecuteFunctions, path: string, itemIndex: number): boolean | 'unclear' {
	const raw = rawParameter(context, path, itemIndex);
	if ('unresolved' in raw) return 'unclear';
	if (raw.given === true || raw.given === 'true') return true;
	return [false, 'false', '', null, undefined].some((off) => off === raw.given) ? false : 'unclear';
}
