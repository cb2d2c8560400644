/** The last page. It can be read again: what it shows is in its address, sealed. */
import { filled } from '../texts';
import type { Carried, Said } from '../seal';
import { type Drawing, pageAround, saidText, wordsOf } from './layout';
import { lines, withContact } from './markup';

/** Draws how it ended. */
export function endPage(drawing: Drawing, { how, shown, reference, title, text }: Carried<'end'>): string {
	const words = wordsOf(drawing);
	if (how === 'help') return pageAround(drawing, words.helpTitle, filled(words.helpText, { reference }), undefined);
	const said = text === undefined ? withContact(words.verifiedText, shown) : lines(text);
	return pageAround(drawing, title ?? words.verifiedTitle, said, undefined);
}

/** Draws the page of a trigger that cannot work just now. */
export const stopPage = (drawing: Drawing): string => {
	const words = wordsOf(drawing);
	return pageAround(drawing, words.stopTitle, words.stopText, undefined);
};

/** Draws the page for who gave no password, a wrong one, or too many. */
export const shutPage = (drawing: Drawing, said: Said): string =>
	pageAround(drawing, wordsOf(drawing).accessTitle, saidText(drawing.language, said), undefined);
