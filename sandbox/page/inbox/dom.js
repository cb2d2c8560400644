/** Small helpers for building the page; texts are set as texts, never as markup. */

/**
 * Makes an element.
 * @param {string} tag
 * @param {Record<string, string | ((event: Event) => void)>} attributes - functions become listeners.
 * @param {...(Node | string)} children
 */
export function make(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') element.addEventListener(name, value);
		else element.setAttribute(name, value);
	}
	element.append(...children);
	return element;
}

/** @param {string} id */
export const byId = (id) => document.getElementById(id);

let hiding;

/** Shows a short remark at the bottom. @param {string} text */
export function say(text) {
	const note = byId('note');
	note.textContent = text;
	note.classList.add('shown');
	clearTimeout(hiding);
	hiding = setTimeout(() => note.classList.remove('shown'), 1800 + 40 * text.length);
}

/** Puts a text on the clipboard. @param {string} text */
export async function copy(text) {
	try {
		await navigator.clipboard.writeText(text);
		say(`Copied ${text}`);
	} catch {
		say('The browser did not allow copying');
	}
}

/** A text that is copied when it is pressed. @param {string} text */
export const copyable = (text, title = 'Copy', column = '') =>
	make('button', { type: 'button', class: 'copy', title, 'data-column': column, click: () => copy(text) }, text);

/** Asks the sandbox to do something. */
export async function post(path, body) {
	try {
		const answer = await fetch(`sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
		if (!answer.ok) say((await answer.json()).message);
		return answer.ok;
	} catch {
		say('The sandbox does not answer. Start it again.');
		return false;
	}
}

/** The time of day of an ISO date. @param {string} iso */
export const clock = (iso) =>
	make('time', { datetime: iso, title: new Date(iso).toLocaleString() }, new Date(iso).toLocaleTimeString([], { hour12: false }));
