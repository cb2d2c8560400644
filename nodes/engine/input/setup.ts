/** What is set once for the whole node, not for each item. */
import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { type BranchOn, isBranchOn, type Route } from '../words/branches';
import { concurrencyBounds } from '../words/limits';
import type { LocalCode } from '../words/localCodes';
import { credentialNamed, operationNamed } from '../words/lookup';
import { optionsCollection } from '../words/names';
import type { CredentialChoice, Operation, Vendor } from '../words/operation';
import { isRecord } from '../words/records';
import { rawParameter } from './parameters';
import { readRoutes } from './routes';
import { noRunLimits, readRunLimits, type RunLimits } from './runLimits';

/** Why a node as it is set up cannot run for any item. */
export interface SetupRefusal {
	readonly code: LocalCode;
	readonly happened?: string;
	readonly todo?: string;
	/** The option by its name, where it is about one. */
	readonly field?: string;
}

/** How the node is set up. */
export interface Setup {
	readonly node: INode;
	readonly vendor: Vendor;
	readonly branchOn: BranchOn;
	readonly routes: readonly Route[];
	/** Texts of the parameters, for the items that come out. */
	readonly names: { readonly resource: string; readonly operation: string };
	/** Undefined where the chosen operation is not a declared one. */
	readonly operation: Operation | undefined;
	readonly credential: CredentialChoice;
	/** True where an AI agent runs the node and sees output 0 alone. */
	readonly tool: boolean;
	/** How many items are worked on side by side. */
	readonly concurrency: number;
	/** Bounds of the messages of this run. */
	readonly limits: RunLimits;
	/** True where n8n goes on after a failure: then nothing may be thrown. */
	readonly continues: boolean;
	readonly refusal: SetupRefusal | undefined;
}

function textParameter(context: IExecuteFunctions, name: string): string {
	const raw = rawParameter(context, name, 0);
	return 'given' in raw && typeof raw.given === 'string' ? raw.given : '';
}

/** n8n runs a tool as a twin of the node, whose type ends in Tool. */
const runsAsTool = ({ type }: INode): boolean => type.endsWith('Tool');

/** Whether some item may be simulated, so that no credential is needed for it. */
const simulates = ({ parameters }: INode): boolean => {
	const options: unknown = parameters[optionsCollection];
	return isRecord(options) && (options['simulate'] ?? '') !== '';
};

function refusalOf(
	{ node, operation, credential }: Pick<Setup, 'node' | 'operation' | 'credential'>,
	routes: ReturnType<typeof readRoutes>,
): SetupRefusal | undefined {
	if (operation === undefined) return { code: 'Local.UnknownOperation' };
	if (routes.happened !== undefined) return { code: 'Local.InvalidRoutes', happened: routes.happened };
	if (operation.effect === 'write' && node.alwaysOutputData === true) return { code: 'Local.AlwaysOutputData' };
	if (node.credentials?.[credential.type] === undefined && !simulates(node)) return { code: 'Local.CredentialMissing' };
	return undefined;
}

/**
 * Items side by side. One after the other where the first failure stops the workflow: then nothing is to go out behind
 * it. What makes no sense is the usual number, as it changes nothing but the time that a batch takes.
 */
function readConcurrency(context: IExecuteFunctions, branchOn: BranchOn): number {
	if (branchOn === 'none' && !context.continueOnFail()) return 1;
	const { usual, least, most } = concurrencyBounds;
	const raw = rawParameter(context, `${optionsCollection}.concurrency`, 0);
	const number = 'given' in raw && (typeof raw.given === 'number' || typeof raw.given === 'string') ? Number(raw.given) : NaN;
	return number >= least && number <= most ? Math.floor(number) : usual;
}

/** Reads the set-up of the node. */
export function readSetup(context: IExecuteFunctions, vendor: Vendor): Setup {
	const node = context.getNode();
	const names = { resource: textParameter(context, 'resource'), operation: textParameter(context, 'operation') };
	const chosen = textParameter(context, 'branchOn');
	const branchOn = isBranchOn(chosen) ? chosen : 'category';
	const routes = branchOn === 'errorCode' ? readRoutes(context, vendor) : { routes: [] };
	const operation = operationNamed(vendor, names);
	const limits = operation?.effect === 'message' ? readRunLimits(context) : { limits: noRunLimits, refusal: undefined };
	const setup = {
		node,
		vendor,
		branchOn,
		routes: routes.routes,
		names,
		operation,
		credential: credentialNamed(vendor, textParameter(context, 'authentication')),
		tool: runsAsTool(node),
		concurrency: readConcurrency(context, branchOn),
		limits: limits.limits,
		continues: context.continueOnFail(),
	};
	return { ...setup, refusal: refusalOf(setup, routes) ?? limits.refusal };
}

/** The set-up of a node of which nothing could be read but how n8n goes on after a failure. */
export function bareSetup(context: IExecuteFunctions, vendor: Vendor): Setup {
	const node = context.getNode();
	const branchOn: unknown = node.parameters['branchOn'];
	return {
		node,
		vendor,
		branchOn: isBranchOn(branchOn) ? branchOn : 'category',
		routes: [],
		names: { resource: '', operation: '' },
		operation: undefined,
		credential: vendor.credentials[0],
		tool: runsAsTool(node),
		concurrency: concurrencyBounds.least,
		limits: noRunLimits,
		continues: context.continueOnFail(),
		refusal: undefined,
	};
}
