/** The inbox page: asks the sandbox every second what has changed, and shows it. */
import { prepareAnswers, showWaiting } from './answers.js';
import { byId, copy, copyable, make, post, say } from './dom.js';
import { showLists } from './lists.js';

const names = new Map();
let revision;

function settingRow(vendor, { name, label, about, value }) {
	const change = async ({ currentTarget }) => {
		if (await post('settings', { vendor, setting: name, value: Number(currentTarget.value) })) say('Set');
	};
	return make(
		'label',
		{ class: 'setting' },
		label,
		make('input', { type: 'number', min: '0', value: String(value), change }),
		make('span', {}, about),
	);
}

function keyCard({ name, displayName, keys, settings }) {
	const groups = keys.flatMap((key) => [
		make('h4', {}, key.name),
		make('dl', {}, ...key.values.flatMap(({ label, value }) => [make('dt', {}, label), make('dd', {}, copyable(value))])),
	]);
	return make('article', { class: `card vendor-${name}` }, make('h3', {}, displayName), ...groups, ...settings.map((setting) => settingRow(name, setting)));
}

let shownKeys = '';

/** Keys stay as they are while only messages come in, so that a setting can be typed in peace. */
function showKeys(clouds) {
	const now = JSON.stringify(clouds);
	if (now === shownKeys) return;
	shownKeys = now;
	byId('key-cards').replaceChildren(...clouds.map(keyCard));
}

async function prepare({ clouds, endpoint }) {
	for (const { name, displayName } of clouds) names.set(name, displayName);
	byId('endpoint').textContent = endpoint;
	byId('endpoint').addEventListener('click', () => copy(endpoint));
	byId('reset').addEventListener('click', async () => {
		if (await post('reset', {})) say('Everything is as at the start');
	});
	await prepareAnswers(clouds);
}

function showLive(isOn) {
	byId('live').textContent = isOn ? 'live' : 'not running';
	byId('live').className = `live ${isOn ? 'on' : 'off'}`;
}

async function refresh() {
	const answer = await fetch(`sandbox/changes?since=${revision ?? ''}`);
	showLive(true);
	if (answer.status === 204) return;
	const state = await answer.json();
	if (revision === undefined) await prepare(state);
	({ revision } = state);
	showLists(state, names);
	showWaiting(state.waiting);
	showKeys(state.clouds);
}

async function run() {
	try {
		await refresh();
	} catch {
		showLive(false);
	}
	setTimeout(run, 1000);
}

run();
