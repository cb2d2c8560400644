/** What all pages have around them. */
import { type Language, languages } from '../../words/languages';
import { filled, type TextName, type Texts, texts } from '../texts';
import type { Said } from '../seal';
import type { Settings } from '../settings';
import { lines, markup, Markup, type Part } from './markup';
import { script } from './script';
import { styleSheet } from './style';

/** What stands around every page. */
export interface Frame {
	readonly settings: Pick<Settings, 'look' | 'language'>;
	readonly language: Language;
	/** What the page carries, sealed; empty where it carries nothing. */
	readonly token: string;
}

/** What a page of the trigger is drawn with. */
export interface Drawing extends Frame {
	readonly settings: Settings;
	/** Time in ms since 1970. */
	readonly now: number;
}

/** The texts of a drawing's language. */
export const wordsOf = ({ language }: Drawing): Texts => texts[language];

const isTextName = (name: string): name is TextName => Object.hasOwn(texts.en, name);

/** What is said to the person, in their language. */
export const saidText = (language: Language, { word, filling }: Said): string =>
	isTextName(word) ? filled(texts[language][word], filling) : texts[language].waitALittle;

/** What is said, where a screen reader begins to read. */
export const saidBox = ({ language }: Drawing, said: Said | undefined): Part =>
	said &&
	(said.word === 'newCodeSent'
		? markup`<p id="said" class="said good" role="status">${saidText(language, said)}</p>`
		: markup`<p id="said" class="said" role="alert">${saidText(language, said)}</p>`);

/** Marks the field that is spoken of. */
export const marks = (said: Said | undefined, name: string): Part =>
	said?.field === name ? markup` aria-invalid="true" aria-describedby="said"` : undefined;

function otherLanguages({ language, token, settings }: Frame): Part {
	if (settings.language !== undefined) return undefined;
	const carried = token === '' ? '' : `&s=${token}`;
	const links = Object.entries(languages).map(
		([tag, { name }]) =>
			markup`<li><a href="?lang=${tag}${carried}" lang="${tag}" hreflang="${tag}"${tag === language ? markup` aria-current="true"` : undefined}>${name}</a></li>`,
	);
	return markup`<nav aria-label="${texts[language].language}"><ul>${links}</ul></nav>`;
}

/** Pictures that are part of the page; any other address would be a request to somebody else. */
export const isInlinePicture = (logo: string): boolean => /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(logo);

const logoOf = ({ settings: { look } }: Frame): Part =>
	isInlinePicture(look.logo) ? markup`<img class="logo" src="${look.logo}" alt="">` : undefined;

/** The hidden fields of every form. */
export const hiddenFields = ({ language, token }: Drawing, act: string): Markup =>
	markup`<input type="hidden" name="do" value="${act}"><input type="hidden" name="lang" value="${language}"><input type="hidden" name="token" value="${token}">`;

/** The style sheet of a trigger, as it stands in the page: its policy names it. */
export const styleOf = ({ look }: Pick<Settings, 'look'>): string => styleSheet(look.accent, look.css);

/**
 * A whole page.
 *
 * @param policy - stands in the page itself, where whoever sends it sets headers of their own.
 */
export function pageAround(drawing: Frame, title: string, text: Part, content: Part, policy?: string): string {
	const { language, settings } = drawing;
	const { direction } = languages[language];
	return markup`<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${policy === undefined ? undefined : markup`<meta http-equiv="Content-Security-Policy" content="${policy}">`}<title>${title}</title><style>${new Markup(styleOf(settings))}</style></head>
<body><main data-busy="${texts[language].busy}">${logoOf(drawing)}<h1>${title}</h1>${text === undefined ? undefined : markup`<p id="about">${typeof text === 'string' ? lines(text) : text}</p>`}${content}</main>${otherLanguages(drawing)}<script>${new Markup(script)}</script></body></html>`.source;
}
