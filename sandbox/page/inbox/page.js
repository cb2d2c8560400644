/** The inbox page: asks the sandbox every second what has changed, and shows it. */
import { prepareAnswers, showWaiting } from './answers.js';
import { byId, copy, post, say } from './dom.js';
import { showKeys } from './keys.js';
import { showLists } from './lists.js';
import { oneStop } from './roving.js';

const names = new Map();
let revision;

const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Asks before everything is forgotten. */
function askToReset() {
	const [codes, requests] = ['message-count', 'request-count'].map((id) => Number(byId(id).textContent));
	byId('lost').textContent = `${counted(codes, 'code')} and ${counted(requests, 'request')} will be forgotten`;
	byId('ask-reset').returnValue = '';
	byId('ask-reset').showModal();
}

async function reset({ currentTarget }) {
	if (currentTarget.returnValue === 'reset' && (await post('reset', {}))) say('Everything is as at the start');
}

async function prepare({ clouds, endpoint }) {
	for (const { name, displayName } of clouds) names.set(name, displayName);
	byId('endpoint').textContent = endpoint;
	byId('endpoint').addEventListener('click', () => copy(endpoint));
	byId('reset').addEventListener('click', askToReset);
	byId('ask-reset').addEventListener('close', reset);
	oneStop(byId('messages'), '.digits');
	oneStop(byId('requests'), 'summary');
	oneStop(byId('rows'), 'button');
	oneStop(byId('key-cards'), '.copy');
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
