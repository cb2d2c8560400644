/** Answers a request: a page, the way to it, JSON, or nothing where the workflow answers. */
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { addressFor } from './ending';
import { codePage } from './html/codePage';
import { contactPage } from './html/contactPage';
import { endPage, shutPage, stopPage } from './html/endPage';
import { type Drawing, saidText } from './html/layout';
import type { Shut } from './gate';
import { jsonOf } from './json';
import { plainHeaders, policyOf } from './policy';
import { regionOf } from './request';
import { type PageKeys, type Said, sealed } from './seal';
import type { Settings } from './settings';
import { outputOf, type Start, type Step } from './step';
import type { Look } from './visit';

/** Longer addresses are cut by some servers on the way; then the page is the answer itself. */
const longestAddress = 3000;

/** n8n runs what hangs behind the output whose array has the item. */
const startedBy = ({ json, output }: Start): INodeExecutionData[][] =>
	output === outputOf.verified ? [[{ json }], []] : [[], [{ json }]];

/** What n8n is told when the visitor has been answered. */
export const answered = (start: Start | undefined): IWebhookResponseData => ({
	noWebhookResponse: true,
	...(start === undefined ? {} : { workflowData: startedBy(start) }),
});

function drawn(drawing: Drawing, step: Step, tags: readonly string[]): string {
	switch (step.page) {
		case 'contact':
			return contactPage(drawing, step.content, regionOf(tags));
		case 'code':
			return codePage(drawing, step.content);
		case 'end':
			return endPage(drawing, step.content);
		case 'stop':
			return stopPage(drawing);
	}
}

function tokenFor(step: Step, keys: PageKeys | undefined): string {
	if (keys === undefined) return '';
	switch (step.page) {
		case 'contact':
			return Object.keys(step.content.entries).length === 0 && step.content.said === undefined ? '' : sealed(keys, 'contact', step.content);
		case 'code':
			return sealed(keys, 'code', step.content);
		case 'end':
			return sealed(keys, 'end', step.content);
		case 'stop':
			return '';
	}
}

const isAllowed = ({ request: { origin }, settings: { origins } }: Look): boolean =>
	origin !== undefined && origins.includes(origin);

/** n8n lets every origin read an answer unless it is taken back here. */
function openTo(context: IWebhookFunctions, look: Look): void {
	const response = context.getResponseObject();
	response.removeHeader('Access-Control-Allow-Origin');
	if (isAllowed(look) && look.request.origin !== undefined) response.setHeader('Access-Control-Allow-Origin', look.request.origin);
	for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
}

/** Whether a program of another site asks that the operator has not let in: it is answered before anything is done. */
export const isForeign = (look: Look): boolean => look.request.json && look.request.origin !== undefined && !isAllowed(look);

/** Answers who is not let in. */
export function respondForeign(look: Look): IWebhookResponseData {
	openTo(look.context, look);
	look.context.getResponseObject().status(403).json({ state: 'stop', reason: { word: 'originNotAllowed' } });
	return { noWebhookResponse: true };
}

const unadorned = (settings: Settings): Settings => ({ ...settings, look: { accent: '', css: '', logo: '' } });

/** A browser asks its person for the password of each page by itself, and in UTF-8. */
const challenge = (path: string): string => `Basic realm="Verification page ${path.replace(/[^\w/-]/g, '')}", charset="UTF-8"`;

/** Answers who is not let in with nothing that the operator has written, and with no picture or style of theirs. */
export function respondShut(look: Look, shut: Shut): IWebhookResponseData {
	const { context, request, language, now } = look;
	if (shut.why === 'broken') return respond({ ...look, settings: unadorned(look.settings) }, { page: 'stop' }, undefined);
	const response = context.getResponseObject();
	openTo(context, look);
	response.setHeader('Cache-Control', 'no-store');
	if (shut.why === 'wait') response.setHeader('Retry-After', String(shut.seconds));
	else response.setHeader('WWW-Authenticate', challenge(context.getRequestObject().path));
	const said: Said = shut.why === 'wait' ? { word: 'accessWait', filling: { seconds: shut.seconds } } : { word: 'accessText' };
	response.status(shut.why === 'wait' ? 429 : 401);
	if (request.json) {
		response.json({ state: 'stop', reason: { ...said.filling, word: said.word, text: saidText(language, said) } });
		return { noWebhookResponse: true };
	}
	const settings = unadorned(look.settings);
	response.setHeader('Content-Security-Policy', policyOf(settings));
	response.setHeader('Content-Language', language);
	response.type('html').send(shutPage({ settings, language, now, token: '' }, said));
	return { noWebhookResponse: true };
}

/** n8n closes the test URL as soon as the workflow starts: a browser that is sent on may come too late. */
const closesBehind = ({ context }: Look, { start }: Step): boolean => start !== undefined && context.getMode() === 'manual';

/**
 * Answers with a step. After a press the browser is sent to the address of the page that comes next, so that reloading
 * it, or a telephone that opens it anew, shows the page again and does nothing.
 */
export function respond(look: Look, step: Step, keys: PageKeys | undefined): IWebhookResponseData {
	const { context, settings, request, language, now } = look;
	const response = context.getResponseObject();
	const verified = step.start?.output === outputOf.verified ? step.start : undefined;
	const token = tokenFor(step, keys);
	openTo(context, look);
	if (request.json) {
		const { status, body } = jsonOf(settings, language, step, token, now, request.posts);
		response.status(status).json(body);
		return answered(step.start);
	}
	if (verified !== undefined && settings.ending.kind === 'workflow') return { workflowData: startedBy(verified) };
	const onward = verified !== undefined && settings.ending.kind === 'redirect' ? addressFor(settings.ending, verified.json) : undefined;
	if (onward !== undefined) {
		response.redirect(303, onward);
		return answered(verified);
	}
	const chosen = request.chosen === undefined ? '' : `lang=${request.chosen}&`;
	if (request.posts && token !== '' && token.length < longestAddress && !closesBehind(look, step)) {
		response.redirect(303, `?${chosen}s=${token}`);
		return answered(step.start);
	}
	response.setHeader('Content-Security-Policy', policyOf(settings));
	response.setHeader('Content-Language', language);
	response.setHeader('Content-Type', 'text/html; charset=utf-8');
	response.status(step.page === 'stop' ? 503 : 200).send(drawn({ settings, language, now, token }, step, request.tags));
	return answered(step.start);
}
