/** The languages in which pages speak to the people who open them. */

/** A language by its tag. */
export type Language = keyof typeof languages;

/** Tag, the language's own name, and the direction in which it is written. The first is the one for everybody else. */
export const languages = {
	en: { name: 'English', direction: 'ltr' },
	'zh-Hans': { name: '简体中文', direction: 'ltr' },
	'zh-Hant': { name: '繁體中文', direction: 'ltr' },
	ja: { name: '日本語', direction: 'ltr' },
	ko: { name: '한국어', direction: 'ltr' },
	es: { name: 'Español', direction: 'ltr' },
	pt: { name: 'Português', direction: 'ltr' },
	fr: { name: 'Français', direction: 'ltr' },
	de: { name: 'Deutsch', direction: 'ltr' },
	ar: { name: 'العربية', direction: 'rtl' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly direction: 'ltr' | 'rtl' }>>;

/** Whether a text is the tag of one of the languages. */
export const isLanguage = (tag: unknown): tag is Language => typeof tag === 'string' && Object.hasOwn(languages, tag);

/** Regions in which Chinese is written in traditional characters. */
const traditional = /\b(?:hant|tw|hk|mo)\b/i;

/** The language of a browser's tag such as `pt-BR`; undefined where there are no texts in it. */
export function languageOf(tag: string): Language | undefined {
	const [main = ''] = tag.toLowerCase().split('-');
	if (main === 'zh') return traditional.test(tag) ? 'zh-Hant' : 'zh-Hans';
	return isLanguage(main) ? main : undefined;
}

/** The tags of a browser's header Accept-Language, the best first; no more of them than a person sets. */
export const acceptedTags = (header: string): readonly string[] =>
	header
		.slice(0, 500)
		.split(',')
		.slice(0, 20)
		.map((part) => {
			const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
			const quality = Number(parameters.find((piece) => piece.startsWith('q='))?.slice(2) ?? 1);
			return { tag, quality: Number.isFinite(quality) ? quality : 0 };
		})
		.filter(({ tag, quality }) => /^[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) && quality > 0)
		.sort((one, other) => other.quality - one.quality)
		.map(({ tag }) => tag);
