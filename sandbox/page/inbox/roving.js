/** Lists as one stop for the Tab key each: the arrow keys move within them, Home and End to their ends. */

const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Where a key leads from an entry; up and down stay in the column, where there are columns. */
function target(entries, from, key) {
	if (key === 'Home') return entries[0];
	if (key === 'End') return entries.at(-1);
	const step = steps[key];
	if (step === undefined) return undefined;
	const { column } = from.dataset;
	const within = key === 'ArrowUp' || key === 'ArrowDown' ? entries.filter(({ dataset }) => dataset.column === column) : entries;
	return within[within.indexOf(from) + step];
}

/**
 * Makes one stop of a list that may change at any time.
 * @param {HTMLElement} list
 * @param {string} selector - of what can be focused in it.
 */
export function oneStop(list, selector) {
	let current;
	const entries = () => [...list.querySelectorAll(selector)];
	const mark = () => {
		const all = entries();
		if (!all.includes(current)) [current] = all;
		for (const entry of all) entry.tabIndex = entry === current ? 0 : -1;
	};
	list.addEventListener('focusin', ({ target: focused }) => {
		if (!focused.matches(selector)) return;
		current = focused;
		mark();
	});
	list.addEventListener('keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches(selector)) return;
		const next = target(entries(), event.target, event.key);
		if (next === undefined) return;
		event.preventDefault();
		next.focus();
	});
	new MutationObserver(mark).observe(list, { childList: true, subtree: true });
	mark();
}
