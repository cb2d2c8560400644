/** Lists that the form loads: error codes without a request, the account's own values with one. */
import type { ICredentialsDecrypted, ILoadOptionsFunctions, INodeCredentialTestResult, INodeListSearchResult, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Call } from '../call/call';
import { readCredential } from '../call/caller';
import { credentialNamed, operationNamed } from '../words/lookup';
import { readList } from '../call/list';
import { cleanerFor, keyReplacer } from '../judge/clean';
import { failedHere } from '../judge/judge';
import { type FoundFailure, outcomeOf } from '../judge/outcome';
import { keysOf, noSecrets } from '../judge/secrets';
import { countriesByName } from '../words/countries';
import { localCodes } from '../words/localCodes';
import { parameterName } from '../words/names';
import type { AskedSource, CredentialChoice, CredentialFields, ErrorCodes, FieldSource, ListEntry, Operation, Values, Vendor } from '../words/operation';
import { categoryLabels } from '../words/branches';
import { readPageOpener } from '../words/pageAccess';
import { unwrapped } from '../words/records';
import { timeoutSeconds } from '../words/limits';
import { countriesFor } from './trigger';
import { simulatedSuccess } from '../judge/simulate';

type Methods = NonNullable<INodeType['methods']>;

/** Most entries that a list of the form shows. */
const mostEntries = 500;

const parameterText = (context: ILoadOptionsFunctions, name: string): string => {
	const value = unwrapped(context.getCurrentNodeParameter(name));
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const chosenOperation = (context: ILoadOptionsFunctions, vendor: Vendor): Operation | undefined =>
	operationNamed(vendor, { resource: parameterText(context, 'resource'), operation: parameterText(context, 'operation') });

const described = (codes: ErrorCodes): INodePropertyOptions[] =>
	Object.entries(codes).map(([code, { category, happened }]) => ({
		name: code,
		value: code,
		description: `${categoryLabels[category]}: ${happened}`,
	}));

/** Codes in the order in which they are likely: the operation's own, the vendor's common ones, this package's. */
function codesOf(context: ILoadOptionsFunctions, vendor: Vendor): INodePropertyOptions[] {
	const operation = chosenOperation(context, vendor);
	const all = [...described(operation?.codes ?? {}), ...described(vendor.commonCodes), ...described(localCodes)];
	return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

/** A failure in words that n8n shows below the list. */
function failureBelow(context: ILoadOptionsFunctions, credential: CredentialChoice, fields: CredentialFields, found: FoundFailure) {
	const cleaner = cleanerFor(noSecrets, keyReplacer(keysOf(credential, fields)));
	const outcome = outcomeOf(found, {}, cleaner);
	const { explanation, code } = outcome.success ? { explanation: '', code: '' } : outcome.failure;
	return new NodeOperationError(context.getNode(), explanation, {
		description: `Code: ${code}. Type the value by hand instead.`,
	});
}

async function callFor(context: ILoadOptionsFunctions, vendor: Vendor, { from }: AskedSource): Promise<Call> {
	const operation = operationNamed(vendor, from);
	if (operation === undefined) throw new NodeOperationError(context.getNode(), 'This list is not available');
	const credential = credentialNamed(vendor, parameterText(context, 'authentication'));
	const fields = await readCredential(context, credential.type, 0);
	if (fields === undefined) {
		throw failureBelow(context, credential, {}, failedHere(operation, 'Local.CredentialMissing'));
	}
	return { caller: context, vendor, credential, fields, operation, timeout: timeoutSeconds.usual * 1000, perSecond: Infinity };
}

/** Asks the vendor for a list. What came is offered also where the rest is missing. */
async function askFor(context: ILoadOptionsFunctions, vendor: Vendor, source: AskedSource): Promise<ListEntry[]> {
	const chosen = (wire: string): string => parameterText(context, parameterName(wire));
	const values: Record<string, Values[string]> = {};
	for (const [wire, field] of Object.entries(source.parameters ?? {})) {
		if (chosen(field) !== '') values[wire] = chosen(field);
	}
	const call = await callFor(context, vendor, source);
	const { entries, failure } = await readList(call, values, call.operation.listing ?? { entries: '' }, mostEntries);
	if (entries.length === 0 && failure !== undefined) {
		throw failureBelow(context, call.credential, call.fields, failure);
	}
	return entries.flatMap((entry) => source.choices(entry, chosen));
}

async function search(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	source: FieldSource,
	filter = '',
): Promise<INodeListSearchResult> {
	const found = 'known' in source ? source.known() : await askFor(context, vendor, source);
	const wanted = filter.toLowerCase();
	return { results: found.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)) };
}

const sourcesOf = ({ operations }: Vendor): FieldSource[] =>
	operations.flatMap(({ fields }) => fields.map(({ source }) => source).filter((source) => source !== undefined));

/** Countries by name, as their two-letter codes. */
const countryOptions = (): INodePropertyOptions[] => countriesByName().map(([value, { name }]) => ({ name: `${name} (${value})`, value }));

/** The methods that a vendor's form calls. */
export function methodsOf(vendor: Vendor): Methods {
	const listSearch: NonNullable<Methods['listSearch']> = {};
	for (const source of sourcesOf(vendor)) {
		listSearch[source.method] = async function (this: ILoadOptionsFunctions, filter?: string) {
			return await search(this, vendor, source, filter);
		};
	}
	return {
		loadOptions: {
			async getCountries() {
				return await Promise.resolve(countryOptions());
			},
			async getErrorCodes(this: ILoadOptionsFunctions) {
				return await Promise.resolve(codesOf(this, vendor));
			},
			async getOutcomes(this: ILoadOptionsFunctions) {
				const success = { name: 'Success', value: simulatedSuccess, description: 'The vendor said yes' };
				return await Promise.resolve([success, ...codesOf(this, vendor)]);
			},
		},
		listSearch,
	};
}

/** The methods that the form of a vendor's trigger calls. */
export const triggerMethodsOf = (vendor: Vendor): Methods => ({
	listSearch: methodsOf(vendor).listSearch ?? {},
	loadOptions: {
		async getCountries(this: ILoadOptionsFunctions) {
			return await Promise.resolve(countriesFor(vendor, parameterText(this, 'resource')));
		},
	},
	credentialTest: {
		async pageAccess(credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
			const opener = readPageOpener(credential.data ?? {});
			const message = 'user' in opener ? 'The page opens with these' : `${opener.happened}. ${opener.todo}.`;
			return await Promise.resolve({ status: 'user' in opener ? 'OK' : 'Error', message });
		},
	},
});
