/** The texts of every language, and how one is filled in. */
import type { Language } from '../../words/languages';
import { arabic } from './arabic';
import { english, type TextName, type Texts } from './english';
import { french } from './french';
import { german } from './german';
import { japanese } from './japanese';
import { korean } from './korean';
import { portuguese } from './portuguese';
import { simplifiedChinese } from './simplifiedChinese';
import { spanish } from './spanish';
import { traditionalChinese } from './traditionalChinese';

export type { TextName, Texts };

/** Texts by language. */
export const texts: Readonly<Record<Language, Texts>> = {
	en: english,
	'zh-Hans': simplifiedChinese,
	'zh-Hant': traditionalChinese,
	ja: japanese,
	ko: korean,
	es: spanish,
	pt: portuguese,
	fr: french,
	de: german,
	ar: arabic,
};

/** What is filled into a text, by the word in braces. */
export type Filling = Readonly<Record<string, string | number>>;

/** A text with its braces filled in; what is not given stays as it is. */
export const filled = (text: string, filling: Filling = {}): string =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(filling, name) ? String(filling[name]) : whole));
