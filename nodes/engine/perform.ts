/** What is done for one item: its values, the credential, the request, the answer. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { optionsCollection } from './names';
import type { CredentialFields, Operation, Values, Vendor } from './operation';
import { failedHere, judge, type Outcome } from './outcome';
import { rawParameter, readValues } from './parameters';
import { sendOnce } from './send';
import type { Settings } from './settings';

/** Longest wait for an answer unless the person sets another, in seconds. */
export const defaultTimeoutSeconds = 30;

/** What became of an item, before it is dressed for an output. */
export interface Performed {
	/** One outcome; several where a list was asked for. */
	readonly outcomes: readonly Outcome[];
	/** Values as they were given, by wire name. */
	readonly given: Readonly<Record<string, string>>;
	readonly simulated: boolean;
}

/** The wait for an answer in ms. */
function readTimeout(context: IExecuteFunctions, itemIndex: number): number {
	const raw = rawParameter(context, `${optionsCollection}.timeout`, itemIndex);
	const seconds = 'given' in raw ? Number(raw.given ?? defaultTimeoutSeconds) : NaN;
	return (seconds >= 1 && seconds <= 300 ? seconds : defaultTimeoutSeconds) * 1000;
}

async function ask(
	context: IExecuteFunctions,
	vendor: Vendor,
	settings: Settings,
	operation: Operation,
	values: Values,
	itemIndex: number,
): Promise<Outcome> {
	let credential: CredentialFields;
	try {
		credential = await context.getCredentials(settings.credential.type, itemIndex);
	} catch {
		return failedHere(operation, 'Local.CredentialMissing');
	}
	const refusal = vendor.refuses?.(operation, credential);
	if (refusal !== undefined) {
		return failedHere(operation, 'Local.NotOnThisSite', { happened: refusal.meaning, todo: refusal.todo });
	}
	const request = vendor.request(operation, values, credential);
	const sent = await sendOnce(context, settings.credential, request, readTimeout(context, itemIndex));
	if ('answer' in sent) return judge(vendor, operation, sent.answer);
	const { code, happened } = sent.none;
	return failedHere(operation, code, happened === undefined ? {} : { happened });
}

/** Carries one item from its parameters to its outcome. */
export async function perform(
	context: IExecuteFunctions,
	vendor: Vendor,
	settings: Settings,
	itemIndex: number,
): Promise<Performed> {
	const { declared } = settings;
	if (declared === undefined) {
		return { outcomes: [failedHere(undefined, 'Local.UnknownOperation')], given: {}, simulated: false };
	}
	const { given, values, problem } = readValues(context, declared, itemIndex);
	if (values === undefined) {
		const { code = 'Local.InvalidParameter', ...words } = problem ?? {};
		return { outcomes: [failedHere(declared, code, words)], given, simulated: false };
	}
	const outcome = await ask(context, vendor, settings, declared, values, itemIndex);
	return { outcomes: [outcome], given, simulated: false };
}
