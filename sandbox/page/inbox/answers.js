/** The list of recipients that provoke each documented answer, and the switches for the next call. */
import { byId, copyable, make, post, say } from './dom.js';

const categories = { fixInput: 'Fix Input', retryLater: 'Retry Later', fixAccount: 'Fix Account', vendorFault: 'Vendor Fault', fault: 'On The Way' };
const most = 200;

let recipients = [];
let clouds = [];
let category = '';

const kindOf = ({ kind, category: named }) => (kind === 'fault' ? 'fault' : named);

function matches(recipient, words) {
	const text = [recipient.id, recipient.about, recipient.api, recipient.operation, recipient.phone, recipient.email].join(' ').toLowerCase();
	return words.every((word) => text.includes(word));
}

async function next({ vendor, operation, api, id, kind, status }) {
	const asked = kind === 'fault' ? { fault: id } : { code: id, status };
	if (await post('next', { vendor, operation, ...asked })) say(`The next call of ${api} is answered so`);
}

function row(recipient) {
	const { id, about, phone, email, status } = recipient;
	const kind = kindOf(recipient);
	return make(
		'tr',
		{},
		make(
			'td',
			{},
			make('span', { class: 'code' }, id),
			make('span', { class: `tag tag-${kind}` }, categories[kind] ?? kind),
			...(status !== undefined && status !== 200 ? [make('span', { class: 'tag tag-fault' }, `HTTP ${status}`)] : []),
			make('span', { class: 'about' }, about),
		),
		make('td', {}, ...(phone ? [copyable(phone)] : [])),
		make('td', {}, ...(email ? [copyable(email)] : [])),
		make('td', {}, make('button', { type: 'button', class: 'plain', click: () => next(recipient) }, 'Next call')),
	);
}

function groupRow({ vendor, operation, api }) {
	const name = clouds.find((cloud) => cloud.name === vendor)?.displayName ?? vendor;
	return make('tr', { class: `group vendor-${vendor}` }, make('td', { colspan: '4' }, make('span', { class: 'vendor-name' }, name), ` ${api} (${operation})`));
}

function show() {
	const [vendor, operation] = byId('operation').value.split(' ');
	const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean);
	const found = recipients.filter(
		(one) => (!vendor || one.vendor === vendor) && (!operation || one.operation === operation) && (!category || kindOf(one) === category) && matches(one, words),
	);
	const rows = [];
	for (const [index, one] of found.slice(0, most).entries()) {
		const before = found[index - 1];
		if (before?.vendor !== one.vendor || before.operation !== one.operation) rows.push(groupRow(one));
		rows.push(row(one));
	}
	byId('rows').replaceChildren(...rows);
	const rest = found.length - most;
	byId('more').textContent = rest > 0 ? `${rest} more. Search, or choose an operation.` : found.length === 0 ? 'No answer fits.' : '';
}

function fillOperations() {
	byId('operation').replaceChildren(
		make('option', { value: '' }, 'All operations'),
		...clouds.map(({ name, displayName, apis }) =>
			make('optgroup', { label: displayName }, ...apis.map(({ key, label }) => make('option', { value: `${name} ${key}` }, `${displayName}: ${label}`))),
		),
	);
	const [first] = clouds;
	if (first) byId('operation').value = `${first.name} ${first.apis[0].key}`;
}

function fillCategories() {
	const chips = Object.entries(categories).map(([value, name]) =>
		make('button', {
			type: 'button',
			'aria-pressed': 'false',
			click: ({ currentTarget }) => {
				category = category === value ? '' : value;
				for (const chip of chips) chip.setAttribute('aria-pressed', String(chip === currentTarget && category !== ''));
				show();
			},
		}, name),
	);
	byId('categories').replaceChildren(...chips);
}

/** Loads the list once. */
export async function prepareAnswers(known) {
	clouds = known;
	recipients = await (await fetch('sandbox/recipients')).json();
	fillOperations();
	fillCategories();
	byId('operation').addEventListener('change', show);
	byId('search').addEventListener('input', () => {
		if (byId('search').value) byId('operation').value = '';
		show();
	});
	show();
}

/** Shows the switches that wait for a call. */
export function showWaiting(waiting) {
	byId('waiting').replaceChildren(
		...waiting.map(({ operation, answer, left }) =>
			make('li', {}, left === 1 ? 'The next call of ' : `The next ${left} calls of `, make('code', {}, operation), ' will be answered with ', make('code', {}, answer)),
		),
	);
}
