/** The two lists that grow: codes and requests. What is there stays as it is; new entries come on top. */
import { byId, clock, copy, make } from './dom.js';

const icons = {
	sms: 'M4 4h16a1.5 1.5 0 0 1 1.5 1.5v10A1.5 1.5 0 0 1 20 17h-8l-5 4v-4H4a1.5 1.5 0 0 1-1.5-1.5v-10A1.5 1.5 0 0 1 4 4zM7 9h10M7 12.5h6',
	email: 'M3.5 5h17A1.5 1.5 0 0 1 22 6.500v11a1.5 1.5 0 0 1-1.500 1.500h-17A1.500 1.500 0 0 1 2 17.500v-11A1.500 1.500 0 0 1 3.500 5zM2.500 6.500l9.500 7 9.500-7',
	voice: 'M6 3h4l1.500 5-2.500 2a13 13 0 0 0 5 5l2-2.500 5 1.500v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z',
};
const channels = { sms: 'SMS', email: 'Email', voice: 'Voice call' };

function icon(channel) {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('fill', 'none');
	svg.setAttribute('stroke', 'currentColor');
	svg.setAttribute('stroke-width', '1.7');
	svg.setAttribute('stroke-linejoin', 'round');
	svg.setAttribute('stroke-linecap', 'round');
	const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	path.setAttribute('d', icons[channel]);
	svg.append(path);
	return make('span', { class: 'channel', title: channels[channel] }, svg);
}

function messageCard(message, names) {
	return make(
		'li',
		{ class: `message vendor-${message.vendor}` },
		icon(message.channel),
		make('span', { class: 'who' }, message.recipient, ' ', clock(message.at)),
		make('button', { type: 'button', class: 'digits', title: 'Copy the code', click: () => copy(message.code) }, message.code),
		make(
			'span',
			{ class: 'from' },
			make('span', { class: 'vendor-name' }, names.get(message.vendor) ?? message.vendor),
			` ${message.api}, ${channels[message.channel]}`,
		),
		make('p', { class: 'words' }, message.text),
	);
}

function pretty(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}

function resultOf({ verdict, status }) {
	if (verdict.decision === 'accepted') return 'accepted';
	return [verdict.code ?? verdict.message, verdict.decision === 'refused' && status !== 200 ? `HTTP ${status}` : ''].filter(Boolean).join(', ');
}

function detail(request) {
	const { verdict, method, path, headers, body } = request;
	const said = [verdict.message, verdict.onDemand ? 'asked for on demand' : ''].filter(Boolean).join(', ');
	return make(
		'div',
		{ class: 'detail' },
		...(said ? [make('p', {}, said)] : []),
		make('pre', {}, [`${method} ${path}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\n')),
		...(body ? [make('pre', {}, pretty(body))] : []),
	);
}

/** A request that was refused at the gate names its API in a header at best. */
const nameOf = ({ api, headers, method, path }) => api ?? headers['x-tc-action'] ?? headers['x-acs-action'] ?? `${method} ${path}`;

function requestCard(request, names) {
	return make(
		'li',
		{},
		make(
			'details',
			{ class: `request tone-${request.verdict.decision} vendor-${request.vendor ?? ''}` },
			make(
				'summary',
				{},
				make('span', { class: 'dot' }),
				make('span', {}, make('span', { class: 'api' }, nameOf(request)), ' ', make('span', { class: 'result' }, resultOf(request))),
				clock(request.at),
				make('span', { class: 'host' }, make('span', { class: 'vendor-name' }, names.get(request.vendor) ?? ''), ` ${request.host}`),
			),
			detail(request),
		),
	);
}

/** Puts new entries on top of a pane without moving what is being read. */
function grow(pane, entries, card) {
	const shown = new Set([...pane.children].map(({ dataset }) => dataset.id));
	/* A sandbox that was started anew counts from 1 again. */
	const keyOf = ({ id, at }) => `${id} ${at}`;
	const wanted = new Set(entries.map(keyOf));
	for (const child of [...pane.children]) if (!wanted.has(child.dataset.id)) child.remove();
	const fresh = entries.filter((entry) => !shown.has(keyOf(entry)));
	const before = pane.scrollHeight;
	pane.prepend(
		...fresh.map((entry) => {
			const element = card(entry);
			element.dataset.id = keyOf(entry);
			if (shown.size > 0) element.classList.add('new');
			return element;
		}),
	);
	if (pane.scrollTop > 4) pane.scrollTop += pane.scrollHeight - before;
}

/** Shows what has happened. */
export function showLists({ messages, requests }, names) {
	grow(byId('messages'), messages, (message) => messageCard(message, names));
	grow(byId('requests'), requests, (request) => requestCard(request, names));
	byId('message-count').textContent = String(messages.length);
	byId('request-count').textContent = String(requests.length);
	byId('no-messages').hidden = messages.length > 0;
	byId('no-requests').hidden = requests.length > 0;
}

