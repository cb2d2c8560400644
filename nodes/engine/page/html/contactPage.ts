/** The first page: to whom the code goes, and what else is asked. */
import { namedCountries } from '../countries';
import { longestAnswer, type OwnField } from '../ownFields';
import type { Carried, Said } from '../seal';
import { type Drawing, hiddenFields, marks, pageAround, saidBox, wordsOf } from './layout';
import { markup, type Markup, type Part } from './markup';

/** So many countries are found at a glance; more get a search. */
const seenAtOnce = 8;

type Content = Carried<'contact'>;

const wantsCountry = ({ settings: { countries, kinds, journey } }: Drawing): boolean =>
	countries.length > 1 &&
	(kinds.includes('phone') || journey.contacts.some(({ kind, countryCode }) => kind === 'email' && countryCode !== undefined));

/** The country that was chosen, or that the browser's language names before anything was entered; undefined where a person has to choose. */
function chosenCountry({ settings }: Drawing, { entries }: Content, region: string | undefined): string | undefined {
	const named = entries['country'] ?? (Object.keys(entries).length === 0 ? region : undefined);
	return settings.countries.find((country) => country === named);
}

function countryField(drawing: Drawing, { said }: Content, chosen: string | undefined): Part {
	if (!wantsCountry(drawing)) return undefined;
	const { settings, language } = drawing;
	const words = wordsOf(drawing);
	const offered = namedCountries(settings.countries, language);
	const english = new Map(namedCountries(settings.countries, 'en').map(({ country, name }) => [country, name]));
	const search = offered.length > seenAtOnce ? markup` data-search="${words.searchCountry}"` : undefined;
	/* The mark keeps the sign before the digits where all else goes from right to left. */
	const options = offered.map(
		({ country, dialling, name }) =>
			markup`<option value="${country}" data-code="${dialling}" data-also="${english.get(country)}"${country === chosen ? markup` selected` : undefined}>${name} (\u200e+${dialling})</option>`,
	);
	return markup`<div class="field"><label for="country">${words.country}</label><select id="country" name="country" autocomplete="country"${search}${marks(said, 'country')}><option value="">${words.chooseCountry}</option>${options}</select></div>`;
}

/** Where a country stands there already, a person goes on here and hears what it is about; what was said names the field to go to by itself. */
function contactField(drawing: Drawing, { entries, said }: Content, chosen: string | undefined): Markup {
	const { kinds } = drawing.settings;
	const words = wordsOf(drawing);
	const phone = kinds.includes('phone');
	const both = phone && kinds.includes('email');
	const label = both ? words.numberOrEmail : phone ? words.mobileNumber : words.emailAddress;
	const look = both
		? markup`type="text" autocapitalize="none" spellcheck="false"`
		: phone
			? markup`type="tel" autocomplete="tel"`
			: markup`type="email" autocomplete="email"`;
	const focus = said === undefined && (chosen !== undefined || !wantsCountry(drawing)) ? markup` autofocus aria-describedby="about"` : undefined;
	return markup`<div class="field"><label for="contact">${label}</label><input id="contact" name="contact" dir="auto" maxlength="320" required${focus} data-country ${look} value="${entries['contact']}"${marks(said, 'contact')}></div>`;
}

const askedFields = (drawing: Drawing, { entries, said }: Content): Markup[] =>
	(drawing.settings.journey.asksFirst ?? []).map(
		({ as }) =>
			markup`<div class="field"><label for="${as}">${wordsOf(drawing).accountEmail}</label><input id="${as}" name="${as}" type="email" autocomplete="email" dir="auto" maxlength="254" required value="${entries[as]}"${marks(said, as)}></div>`,
	);

function control(drawing: Drawing, { input, type, placeholder, required, options }: OwnField, value: string | undefined, said: Said | undefined): Markup {
	const rest = markup`id="${input}" name="${input}"${required ? markup` required` : undefined}${marks(said, input)}`;
	switch (type) {
		case 'textarea':
			return markup`<textarea ${rest} maxlength="${String(longestAnswer)}" dir="auto" placeholder="${placeholder}">${value}</textarea>`;
		case 'dropdown': {
			const entries = options.map((option) => markup`<option${option === value ? markup` selected` : undefined}>${option}</option>`);
			return markup`<select ${rest}><option value="">${wordsOf(drawing).chooseOption}</option>${entries}</select>`;
		}
		case 'checkbox':
			return markup`<input ${rest} type="checkbox" value="yes"${value === 'yes' ? markup` checked` : undefined}>`;
		case 'number':
			return markup`<input ${rest} type="text" inputmode="decimal" maxlength="40" value="${value}" placeholder="${placeholder}">`;
		default:
			return markup`<input ${rest} type="${type}" dir="auto" maxlength="300" value="${value}" placeholder="${placeholder}">`;
	}
}

function ownField(drawing: Drawing, field: OwnField, { entries, said }: Content): Markup {
	const drawn = control(drawing, field, entries[field.input], said);
	const optional = field.required ? undefined : markup` <span class="optional">(${wordsOf(drawing).optional})</span>`;
	const label = markup`<label for="${field.input}">${field.label}${optional}</label>`;
	return field.type === 'checkbox' ? markup`<div class="field check">${drawn}${label}</div>` : markup`<div class="field">${label}${drawn}</div>`;
}

/** People neither see nor reach it; machines fill in what they find. */
const trap = (drawing: Drawing): Markup =>
	markup`<div class="trap" aria-hidden="true"><label for="website">${wordsOf(drawing).leaveEmpty}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>`;

/**
 * Draws the first page.
 *
 * @param region - the country that the browser's language names.
 */
export function contactPage(drawing: Drawing, content: Content, region: string | undefined): string {
	const { settings, now } = drawing;
	const words = wordsOf(drawing);
	const chosen = chosenCountry(drawing, content, region);
	const form = markup`<form method="post" action="?">${hiddenFields({ ...drawing, token: '' }, 'send')}<input type="hidden" name="at" value="${now}">${countryField(drawing, content, chosen)}${contactField(drawing, content, chosen)}${askedFields(drawing, content)}${settings.fields.map((field) => ownField(drawing, field, content))}${trap(drawing)}<button class="main">${words.send}</button></form>`;
	return pageAround(drawing, settings.title || words.contactTitle, settings.text || words.contactText, [saidBox(drawing, content.said), form]);
}
