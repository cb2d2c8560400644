/** What is set once for the whole node, not for each item. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { credentialNamed, operationNamed } from '../words/lookup';
import type { LocalCode } from '../words/localCodes';
import type { CredentialChoice, Operation, Vendor } from '../words/operation';
import { type BranchOn, isBranchOn, type Route } from '../words/branches';
import { rawParameter } from './parameters';
import { readRoutes } from './routes';

/** Why a node as it is set up cannot run for any item. */
export interface SetupRefusal {
	readonly code: LocalCode;
	readonly happened?: string;
	readonly todo?: string;
}

/** How the node is set up. */
export interface Settings {
	readonly branchOn: BranchOn;
	readonly routes: readonly Route[];
	/** Texts of the parameters, for the items that come out. */
	readonly resource: string;
	readonly operation: string;
	/** Undefined where the chosen operation is not a declared one. */
	readonly declared: Operation | undefined;
	readonly credential: CredentialChoice;
	/** True where an AI agent runs the node and sees output 0 alone. */
	readonly tool: boolean;
	readonly refusal: SetupRefusal | undefined;
}

function textParameter(context: IExecuteFunctions, name: string): string {
	const raw = rawParameter(context, name, 0);
	return 'given' in raw && typeof raw.given === 'string' ? raw.given : '';
}

/** n8n runs a tool as a twin of the node, whose type ends in Tool. */
const runsAsTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

function refusalOf(
	context: IExecuteFunctions,
	declared: Operation | undefined,
	routes: ReturnType<typeof readRoutes>,
): SetupRefusal | undefined {
	if (declared === undefined) return { code: 'Local.UnknownOperation' };
	if ('problem' in routes) return { code: 'Local.InvalidRoutes', happened: routes.problem };
	if (declared.effect === 'write' && context.getNode().alwaysOutputData === true) return { code: 'Local.AlwaysOutputData' };
	return undefined;
}

/** Reads the set-up of the node. Throws nothing. */
export function readSettings(context: IExecuteFunctions, vendor: Vendor): Settings {
	const resource = textParameter(context, 'resource');
	const operation = textParameter(context, 'operation');
	const chosen = textParameter(context, 'branchOn');
	const branchOn = isBranchOn(chosen) ? chosen : 'category';
	const declared = operationNamed(vendor, { resource, operation });
	const credential = credentialNamed(vendor, textParameter(context, 'authentication'));
	const routes = branchOn === 'errorCode' ? readRoutes(context) : { routes: [] };
	return {
		branchOn,
		routes: routes.routes,
		resource,
		operation,
		declared,
		credential,
		tool: runsAsTool(context),
		refusal: refusalOf(context, declared, routes),
	};
}
