/** The last page drawn by the workflow: with what came of it, in the look and the language of the trigger before it. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLanguage } from '../words/languages';
import { optionsCollection } from '../words/names';
import { type DataRecord, isRecord, textOf } from '../words/records';
import { lines, markup } from './html/markup';
import { pageAround } from './html/layout';
import { originOf } from './ending';
import { texts } from './texts';
import { plainHeaders } from './policy';

/** n8n answers with a policy of its own; this one stands in the page: nothing is asked of any host. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** The name of the trigger of this package before a node; undefined where there is none. */
function triggerBefore(context: IExecuteFunctions): string | undefined {
	const { name, type: own } = context.getNode();
	const ours = own.slice(0, own.lastIndexOf('.') + 1);
	return context.getParentNodes(name).find(({ type }) => type.startsWith(ours) && type.endsWith('Trigger'))?.name;
}

/** What an expression gives about the trigger; nothing where it did not run. */
function about(context: IExecuteFunctions, trigger: string, expression: string): unknown {
	try {
		return context.evaluateExpression(`{{ $(${JSON.stringify(trigger)}).${expression} }}`, 0);
	} catch {
		return undefined;
	}
}

const recordOf = (value: unknown): DataRecord => (isRecord(value) ? value : {});

const textParameter = (context: IExecuteFunctions, name: string): string => textOf(context.getNodeParameter(name, 0, '')).trim();

/**
 * Shows the page to the visitor who waits for it; nothing happens where nobody does.
 *
 * @returns the items as they came.
 */
export async function showPage(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const trigger = triggerBefore(context);
	const options = recordOf(trigger === undefined ? {} : about(context, trigger, `params.${optionsCollection}`));
	const tag = trigger === undefined ? undefined : about(context, trigger, 'first().json.language');
	const language = isLanguage(tag) ? tag : 'en';
	const look = { accent: textOf(options['accentColor']), css: textOf(options['css']), logo: textOf(options['logo']).trim() };
	const [label, url] = [textParameter(context, 'buttonLabel'), textParameter(context, 'buttonUrl')];
	const button = label === '' || originOf(url) === undefined ? undefined : markup`<p><a href="${url}" rel="noreferrer">${label}</a></p>`;
	const frame = { settings: { look, language }, language, token: '' };
	const body = pageAround(frame, textParameter(context, 'pageTitle') || texts[language].verifiedTitle, lines(textParameter(context, 'pageText')), button, policy);
	await context.sendResponse({ statusCode: 200, headers: { ...plainHeaders, 'Content-Type': 'text/html; charset=utf-8' }, body });
	return [context.getInputData()];
}
