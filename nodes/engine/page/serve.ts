/** What a trigger does with each request of a visitor. Begin here to follow one. */
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Vendor } from '../words/operation';
import { checkCode } from './check';
import { shutTo } from './gate';
import { answered, isForeign, respond, respondForeign, respondShut } from './respond';
import { languageFor, readRequest } from './request';
import { longestVisit, openAny, openCode, type PageKeys } from './seal';
import { sendAgain, sendFirst } from './send';
import { readSettings } from './settings';
import type { Step } from './step';
import { beginVisit, contactStep, keysToShow, type Look, type Visit } from './visit';

const beginAgain: Step = contactStep({}, { word: 'beginAgain' });

async function pressed(visit: Visit): Promise<Step> {
	const { request, keys, now } = visit;
	if (request.act === 'send') return await sendFirst(visit);
	const content = openCode(keys, request.carried);
	if (content === undefined || now - content.sentAt > longestVisit) return beginAgain;
	switch (request.act) {
		case 'check':
			return await checkCode(visit, content);
		case 'again':
			return await sendAgain(visit, content);
		case 'change':
			return contactStep(content.entries);
		default:
			return beginAgain;
	}
}

/** A page is only shown: nothing is sent, checked or counted. */
async function shown(look: Look): Promise<{ readonly step: Step; readonly keys: PageKeys | undefined }> {
	if (look.request.carried === '') return { step: contactStep({}), keys: undefined };
	const keys = await keysToShow(look);
	const carried = keys && openAny(keys, look.request.carried);
	switch (carried?.kind) {
		case undefined:
			return { step: beginAgain, keys: undefined };
		case 'contact':
			return { step: { page: 'contact', content: carried.content }, keys };
		case 'code':
			return { step: { page: 'code', content: carried.content }, keys };
		case 'end':
			return { step: { page: 'end', content: carried.content }, keys };
	}
}

async function serve(context: IWebhookFunctions, vendor: Vendor): Promise<IWebhookResponseData> {
	const settings = readSettings(context, vendor);
	/* With Always Output Data n8n puts an empty item on Verified whenever only Needs Help has one. */
	if (settings === undefined || context.getNode().alwaysOutputData === true) return broken(context);
	const request = readRequest(context);
	const look: Look = { context, settings, request, language: languageFor(request, settings.language), now: Date.now() };
	if (isForeign(look)) return respondForeign(look);
	const shut = await shutTo(look);
	if (shut !== undefined) return respondShut(look, shut);
	if (!request.posts) {
		const { step, keys } = await shown(look);
		return respond(look, step, keys);
	}
	const visit = await beginVisit(look);
	if (visit === undefined) return respond(look, { page: 'stop' }, undefined);
	const step = await pressed(visit);
	try {
		return respond(look, step, visit.keys);
	} catch {
		/* What the vendor said stands, also where the visitor cannot be told. */
		return { ...broken(context), ...answered(step.start) };
	}
}

/** Answers where nothing else can be said. n8n would start the workflow with what is thrown. */
function broken(context: IWebhookFunctions): IWebhookResponseData {
	const response = context.getResponseObject();
	if (!response.headersSent) {
		response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
		response.status(503).type('text/plain').send('Please try again in a minute.');
	}
	return { noWebhookResponse: true };
}

/** Serves a request of a visitor. Throws nothing, whatever is asked and whatever breaks. */
export async function servePage(context: IWebhookFunctions, vendor: Vendor): Promise<IWebhookResponseData> {
	try {
		return await serve(context, vendor);
	} catch {
		return broken(context);
	}
}
