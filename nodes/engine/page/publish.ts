/** What is looked at when a workflow with the trigger is published, so that a slip is named to its builder and not met by a visitor. */
import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';
import { callApi } from '../call/call';
import { readCredential } from '../call/caller';
import { checkAll } from '../input/check';
import { parameterName } from '../words/names';
import { hasPageLabel, pageLabels } from '../words/pages';
import { textOf } from '../words/records';
import { pageAccessCredential, readPageOpener } from '../words/pageAccess';
import { operationNamed, operatorFields } from '../words/lookup';
import type { Advice, CredentialFields, Vendor } from '../words/operation';
import { diallingOf } from './countries';
import { originOf } from './ending';
import { isInlinePicture } from './html/layout';
import { wayOf } from './contact';
import { mostOwnFields } from './ownFields';
import { readSettings, readsVisitor, type Settings } from './settings';

/** Public name of the node that draws an ending from the workflow's result. */
export const endingNode = 'verificationPage';

const wantsCountries = ({ kinds, journey }: Settings): boolean =>
	kinds.includes('phone') || wayOf(journey, 'email')?.countryCode !== undefined;

function inCountries(settings: Settings): Advice | undefined {
	if (!wantsCountries(settings)) return undefined;
	if (settings.countries.length === 0) {
		return { happened: "'Allowed Countries' is empty", todo: 'Choose the countries whose numbers may get codes: each code costs money' };
	}
	const unknown = settings.countries.find((country) => diallingOf(country) === undefined);
	return unknown === undefined ? undefined : { happened: `'Allowed Countries' names ${unknown}, which is no country code of two letters`, todo: 'Choose countries from the list' };
}

function inFields({ vendor, journey, given }: Settings): Advice | undefined {
	const checked = checkAll(operatorFields(vendor, journey).map((field) => ({ field, raw: { given: given[field.wire] } })));
	return 'refusal' in checked ? checked.refusal : undefined;
}

function inOwnFields({ fields }: Settings): Advice | undefined {
	if (fields.length > mostOwnFields) {
		return { happened: `'Own Fields' has ${String(fields.length)} entries, and a page asks ${String(mostOwnFields)} at the most`, todo: 'Take some out, and ask for them later' };
	}
	const names = fields.map(({ name }) => name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) return { happened: `Two of 'Own Fields' are called ${twice}`, todo: 'Give each a name of its own' };
	const empty = fields.find(({ type, options }) => type === 'dropdown' && options.length === 0);
	return empty && { happened: `The dropdown '${empty.label}' has nothing to choose from`, todo: "Add entries to its 'Options'" };
}

function inLook({ look, origins, ending }: Settings): Advice | undefined {
	if (look.logo !== '' && !isInlinePicture(look.logo)) {
		return { happened: "'Logo' is not a picture in itself", todo: 'Give a data URI, which begins with data:image/' };
	}
	if (look.css.includes('<')) return { happened: "'CSS' contains a <, which no style rule needs", todo: 'Take it out' };
	const odd = origins.find((origin) => originOf(origin) !== origin);
	if (odd !== undefined) return { happened: `'Allowed Origins' names ${odd}, which is no origin`, todo: 'Write it as https://www.example.com, without a path' };
	if (ending.kind === 'redirect' && originOf(ending.url) === undefined) {
		return { happened: "'Redirect URL' is not an address of the web", todo: 'Begin it with https:// and the host; values may stand behind the slash that follows' };
	}
	return undefined;
}

/** The last part of an address as n8n serves it: it takes a colon for the beginning of a value, and the rest people mistype. */
const plainPath = /^[\p{L}\p{M}\p{N}._~/-]*$/u;

function inPath(hook: IHookFunctions): Advice | undefined {
	const path = textOf(hook.getNodeParameter('path', ''));
	return plainPath.test(path) && !path.includes('//')
		? undefined
		: { happened: `'Path' is ${path}, and is to be the last part of the page's address alone`, todo: 'Write it with letters, digits and dashes, such as verify' };
}

const inNode = (hook: IHookFunctions): Advice | undefined =>
	hook.getNode().alwaysOutputData === true
		? {
				happened: "The trigger's setting 'Always Output Data' is on, and n8n would send an empty item out of Verified when a person needs help",
				todo: "Switch off 'Always Output Data' in the trigger's settings",
			}
		: undefined;

function inWires(hook: IHookFunctions, { ending }: Settings): Advice | undefined {
	const behind = hook.getChildNodes(hook.getNode().name);
	/* Who tries the page in the editor may see it before anything is wired. */
	if (behind.length === 0 && hook.getActivationMode() !== 'manual') return { happened: 'No node hangs behind the trigger', todo: "Connect 'Verified' with what has to happen then" };
	const hasEnding = behind.some(({ type, disabled }) => !disabled && type.endsWith(`.${endingNode}`));
	if (ending.kind !== 'workflow' || hasEnding) return undefined;
	return {
		happened: "'When Verified' lets the workflow answer, and no node Verification Page hangs behind the trigger",
		todo: "Add one, or choose another entry in 'When Verified'",
	};
}

async function inAccess(hook: IHookFunctions, { access }: Settings): Promise<Advice | undefined> {
	if (access === 'none') return undefined;
	const chosen: unknown = hook.getNodeParameter('pageAccess', '');
	if (chosen !== access) return { happened: "'Page Access' is set to something that is not in its list", todo: 'Choose an entry of the list' };
	const fields = await readCredential(hook, pageAccessCredential, 0);
	if (fields === undefined) {
		return { happened: "'Page Access' is Basic Auth, and n8n could read no credential for it", todo: "Choose or create one under 'Credential for Verification Page Access API'" };
	}
	const opener = readPageOpener(fields);
	return 'user' in opener ? undefined : opener;
}

/** The first thing that would keep pages from working. */
function obstacleIn(hook: IHookFunctions, settings: Settings): Advice | undefined {
	return inNode(hook) ?? inPath(hook) ?? inCountries(settings) ?? inFields(settings) ?? inOwnFields(settings) ?? inLook(settings) ?? inWires(hook, settings);
}

/** A parameter as the form calls it. */
function labelOf({ operations }: Vendor, name: string): string {
	if (hasPageLabel(name)) return pageLabels[name];
	const fields = operations.flatMap((operation) => operation.fields);
	return fields.find(({ wire }) => parameterName(wire) === name)?.label ?? name;
}

const longestWait = 15_000;

/** Asks the vendor for something that costs nothing, to see that the key is in order. */
async function inAccount(hook: IHookFunctions, { vendor, journey, credential, given }: Settings, fields: CredentialFields): Promise<Advice | undefined> {
	const { resource, probe, send } = journey;
	const site = operationNamed(vendor, { resource, operation: send });
	const refusal = site && vendor.refuses?.(site, fields);
	const operation = probe === undefined ? undefined : operationNamed(vendor, { resource, operation: probe });
	if (refusal !== undefined || operation === undefined) return refusal;
	const checked = checkAll(
		operation.fields.map((field) => ({ field, raw: { given: given[field.wire] ?? ('default' in field ? field.default : undefined) } })),
	);
	if ('refusal' in checked) return undefined;
	const call = { caller: hook, vendor, credential, fields, operation, timeout: longestWait, perSecond: operation.perSecond };
	const found = await callApi(call, checked.values);
	return found.success || found.failure.category !== 'fixAccount' ? undefined : found.note;
}

/**
 * Looks at settings and account before the pages are opened.
 *
 * @throws NodeOperationError that names what is in the way.
 */
export async function checkAtPublishing(hook: IHookFunctions, vendor: Vendor): Promise<void> {
	const stop = ({ happened, todo }: Advice): never => {
		/* n8n shows the message of what is in the way of publishing or trying a page, and no description. */
		throw new NodeOperationError(hook.getNode(), `${happened}. ${todo}.`);
	};
	const [visitors] = readsVisitor(hook.getNode().parameters);
	if (visitors !== undefined) {
		return stop({ happened: `An expression in '${labelOf(vendor, visitors)}' reads what a visitor sends`, todo: 'Use $vars, $now or $workflow, or a fixed value' });
	}
	const settings = readSettings(hook, vendor);
	if (settings === undefined) return stop({ happened: "'Trigger On' is not one of this node", todo: 'Choose one from the list' });
	const obstacle = obstacleIn(hook, settings);
	if (obstacle !== undefined) return stop(obstacle);
	const locked = await inAccess(hook, settings);
	if (locked !== undefined) return stop(locked);
	const fields = await readCredential(hook, settings.credential.type, 0);
	if (fields === undefined) return stop({ happened: 'The trigger has no credential that n8n could read', todo: "Choose or create one under 'Credential'" });
	const trouble = await inAccount(hook, settings, fields);
	if (trouble !== undefined) return stop(trouble);
}
