/** The keys that the clouds know, and the clouds' settings. */
import { byId, copyable, make, post, say } from './dom.js';

const fieldId = (vendor, name) => `${vendor}-${name}`;

/** What stands in a field for a setting's value. */
function fieldFor(vendor, { name, value, choices, least, most }) {
	const change = async ({ currentTarget }) => {
		const given = choices ? currentTarget.value : currentTarget.valueAsNumber;
		if (await post('settings', { vendor, setting: name, value: given })) say('Set');
		else currentTarget.value = currentTarget.dataset.held;
	};
	const shared = { id: fieldId(vendor, name), 'data-held': String(value), change };
	if (!choices) return make('input', { type: 'number', min: String(least), max: String(most), value: String(value), ...shared });
	const field = make('select', shared, ...choices.map((choice) => make('option', { value: choice.value }, choice.name)));
	field.value = value;
	return field;
}

const settingRow = (vendor, setting) =>
	make('label', { class: 'setting' }, setting.label, fieldFor(vendor, setting), make('span', {}, setting.about));

const keyGroup = ({ name, credential, values }) =>
	make(
		'section',
		{},
		make('h4', {}, name),
		...(credential ? [make('p', { class: 'credential' }, 'Credential ', make('strong', {}, credential))] : []),
		make('dl', {}, ...values.flatMap(({ label, value }) => [make('dt', {}, label), make('dd', {}, copyable(value, `Copy ${label}`))])),
	);

const card = ({ name, displayName, keys, settings }) =>
	make('article', { class: `card vendor-${name}` }, make('h3', {}, displayName), ...keys.map(keyGroup), ...settings.map((setting) => settingRow(name, setting)));

/** Brings a value that was changed elsewhere into its field, unless somebody is at it. */
function hold(vendor, { name, value }) {
	const field = byId(fieldId(vendor, name));
	field.dataset.held = String(value);
	if (field !== document.activeElement) field.value = String(value);
}

let shown = '';

/** Shows keys and settings; the cards stay as they are, so that nobody loses the place who is at one. */
export function showKeys(clouds) {
	const now = JSON.stringify(clouds.map(({ keys, settings, ...cloud }) => [cloud, keys, settings.map(({ name }) => name)]));
	if (now !== shown) byId('key-cards').replaceChildren(...clouds.map(card));
	shown = now;
	for (const { name, settings } of clouds) for (const setting of settings) hold(name, setting);
}
