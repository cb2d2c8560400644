/** The list of recipients that provoke each documented answer, and the switches for the next call. */
import { byId, copyable, make, post, say } from './dom.js';

const categories = { fixInput: 'Fix Input', retryLater: 'Retry Later', fixAccount: 'Fix Account', vendorFault: 'Vendor Fault', fault: 'On The Way' };
const most = 200;

let recipients = [];
let clouds = [];
let category = '';

const nameOf = (vendor) => clouds.find(({ name }) => name === vendor)?.displayName ?? vendor;

const kindOf = ({ kind, category: named }) => (kind === 'fault' ? 'fault' : named);

function matches(recipient, words) {
	const text = [recipient.id, recipient.about, recipient.api, recipient.operation, recipient.phone, recipient.email].join(' ').toLowerCase();
	return words.every((word) => text.includes(word));
}

async function next({ vendor, operation, api, id, kind, status }) {
	const asked = kind === 'fault' ? { fault: id } : { code: id, status };
	if (await post('next', { vendor, operation, ...asked })) say(`The next call of ${api} is answered so`);
}

/** The dialling code, which has a field of its own, and the number. */
const numberCell = ({ phone, diallingCode }) => [
	...(diallingCode ? [make('span', { class: 'dialling', title: 'Country code' }, `+${diallingCode} `)] : []),
	copyable(phone, 'Copy', 'phone'),
];

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
		make('td', {}, ...(phone ? numberCell(recipient) : [])),
		make('td', {}, ...(email ? [copyable(email, 'Copy', 'email')] : [])),
		make('td', {}, make('button', { type: 'button', class: 'plain', 'data-column': 'next', title: `Answer the next call with ${id}`, click: () => next(recipient) }, 'Next call')),
	);
}

function groupRow({ vendor, operation, api }) {
	return make('tr', { class: `group vendor-${vendor}` }, make('td', { colspan: '4' }, make('span', { class: 'vendor-name' }, nameOf(vendor)), ` ${api} (${operation})`));
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
	byId('more').textContent = rest > 0 ? `${rest} more. Search, or choose an operation.` : '';
	byId('table').hidden = found.length === 0;
	byId('no-answers').hidden = found.length > 0;
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

function showAll() {
	category = '';
	for (const chip of byId('categories').children) chip.setAttribute('aria-pressed', 'false');
	byId('operation').value = '';
	byId('search').value = '';
	show();
	byId('search').focus();
}

/** Loads the list once. */
export async function prepareAnswers(known) {
	clouds = known;
	recipients = await (await fetch('sandbox/recipients')).json();
	fillOperations();
	fillCategories();
	byId('operation').addEventListener('change', show);
	byId('show-all').addEventListener('click', showAll);
	byId('search').addEventListener('input', () => {
		if (byId('search').value) byId('operation').value = '';
		show();
	});
	show();
}

async function cancel(id) {
	if (!(await post('cancel', { id }))) return;
	say('Cancelled');
	byId('search').focus();
}

let shownWaiting = '';

/** Shows the switches that wait for a call, each with a way back. */
export function showWaiting(waiting) {
	const now = JSON.stringify(waiting);
	if (now === shownWaiting) return;
	shownWaiting = now;
	byId('waiting').replaceChildren(
		...waiting.map(({ id, vendor, operation, answer, left }) =>
			make(
				'li',
				{},
				make('span', {}, left === 1 ? 'The next call of ' : `The next ${left} calls of `, `${nameOf(vendor)} `, make('code', {}, operation), ' will be answered with ', make('code', {}, answer)),
				make('button', { type: 'button', class: 'plain', 'aria-label': `Cancel ${answer} for ${operation}`, click: () => cancel(id) }, 'Cancel'),
			),
		),
	);
}
