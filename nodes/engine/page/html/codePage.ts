/** The page for the code: it always has the field for it, whatever else is to be said. */
import { filled } from '../texts';
import { shownContact } from '../contact';
import type { PasswordRule } from '../../words/journey';
import type { Carried } from '../seal';
import { type Drawing, hiddenFields, marks, pageAround, saidBox, wordsOf } from './layout';
import { markup, type Markup, type Part, withContact } from './markup';

type Content = Carried<'code'>;

/** Where nothing else is to be typed first, a person goes on here, also after something was said of no field. */
function codeField(drawing: Drawing, { said }: Content): Markup {
	const { digits } = drawing.settings.journey.code;
	const words = wordsOf(drawing);
	const complete = digits === undefined ? undefined : markup` data-digits="${digits}" data-lack="${filled(words.codeDigits, { digits })}"`;
	const first = drawing.settings.journey.asksWithCode === undefined;
	const focus = first && said?.field === undefined ? markup` autofocus${said === undefined ? undefined : markup` aria-describedby="said"`}` : undefined;
	return markup`<div class="field"><label for="code">${words.code}</label><input class="code" id="code" name="code" dir="ltr" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="200" required${focus}${complete}${marks(said, 'code')}></div>`;
}

/** Signs that a line does not break apart. */
const together = (signs: string): string => signs.replaceAll(' ', '\u00a0');

/** A rule for passwords as browsers read it; signs stand as numbers, because browsers differ in which of them may be escaped. */
export function passwordPattern({ least, most, symbols }: PasswordRule): string {
	const signs = symbols.split(' ').map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return `(?=.*[A-Za-z])(?=.*[0-9])(?=.*[${signs.join('')}])\\S{${String(least)},${String(most)}}`;
}

/** The same rule for what makes passwords up: https://developer.apple.com/documentation/security/password_autofill/customizing_password_autofill_rules */
const rulesForManagers = ({ least, most, symbols }: PasswordRule): string =>
	`minlength: ${String(least)}; maxlength: ${String(most)}; required: lower, upper; required: digit; required: [${symbols.replaceAll(' ', '')}];`;

/** A password is typed twice where no script runs; with one it can be shown instead. */
function passwordAgain(drawing: Drawing, { said }: Content, as: string): Markup {
	const words = wordsOf(drawing);
	return markup`<div class="field"><label for="${as}Again">${words.newPasswordAgain}</label><input id="${as}Again" name="${as}Again" type="password" dir="ltr" autocomplete="new-password" maxlength="100" required${marks(said, `${as}Again`)}></div>`;
}

/**
 * Passwords stand before the code, so that they are typed while it is on its way and a complete code can be sent by itself.
 * A slip is named before the form leaves: the field for the code comes back empty, because no page carries a code.
 */
const passwordFields = (drawing: Drawing, content: Content): Part =>
	(drawing.settings.journey.asksWithCode ?? []).map(({ as, twin, rule }, index) => {
		const { said } = content;
		const words = wordsOf(drawing);
		const hint = rule && filled(words.passwordRule, { ...rule, symbols: together(rule.symbols) });
		const described = hint === undefined || said?.field === as ? undefined : markup` aria-describedby="${said?.field === 'code' ? 'said ' : ''}${as}-hint"`;
		const focus = index === 0 && said?.field === undefined ? markup` autofocus` : undefined;
		const fits = rule === undefined ? undefined : markup` pattern="${passwordPattern(rule)}" title="${hint}" data-say="${hint}" passwordrules="${rulesForManagers(rule)}"`;
		const first = markup`<input id="${as}" name="${as}" type="password" dir="ltr" autocomplete="new-password" autocapitalize="none" spellcheck="false" maxlength="100" required${focus}${fits}${described}${marks(said, as)}>`;
		const shown = markup`<div class="field check" hidden><input id="${as}Shown" type="checkbox" data-shows="${as}"><label for="${as}Shown">${words.showPassword}</label></div>`;
		return markup`<div class="field"><label for="${as}">${words.newPassword}</label>${first}${hint === undefined ? undefined : markup`<p class="hint" id="${as}-hint">${hint}</p>`}</div>${shown}${twin === undefined ? undefined : passwordAgain(drawing, content, as)}`;
	});

/** Another code, beside the field for the one that may be on its way. */
function again(drawing: Drawing, { againAt }: Content): Markup {
	const words = wordsOf(drawing);
	const seconds = Math.max(0, Math.ceil((againAt - drawing.now) / 1000));
	const note = seconds > 0 ? filled(words.againIn, { seconds }) : words.againNow;
	return markup`<p id="again" data-ready="${words.againNow}" data-wait="${words.againIn}">${note}</p><form method="post" action="?"${seconds > 0 ? markup` data-seconds="${seconds}" data-note="again"` : undefined}>${hiddenFields(drawing, 'again')}<button>${words.again}</button></form>`;
}

/** Seconds that were said when the page was made have passed since when it is read again. */
function asOfNow({ said, againAt, ...rest }: Content, now: number): Content {
	const left = Math.ceil((againAt - now) / 1000);
	if (said?.filling?.['seconds'] === undefined) return { ...rest, againAt, ...(said === undefined ? {} : { said }) };
	return left > 0 ? { ...rest, againAt, said: { ...said, filling: { seconds: left } } } : { ...rest, againAt };
}

/** Draws the page for the code. */
export function codePage(drawing: Drawing, carried: Content): string {
	const content = asOfNow(carried, drawing.now);
	const words = wordsOf(drawing);
	const text = withContact(content.perhaps === true ? words.codePerhapsSent : words.codeSent, shownContact(content.contact));
	const form = markup`<form method="post" action="?" autocomplete="on">${hiddenFields(drawing, 'check')}${passwordFields(drawing, content)}${codeField(drawing, content)}<button class="main">${words.checkCode}</button></form>`;
	const change = markup`<form method="post" action="?">${hiddenFields(drawing, 'change')}<button>${words.change}</button></form>`;
	return pageAround(drawing, words.codeTitle, text, [
		saidBox(drawing, content.said),
		form,
		markup`<div class="more">${again(drawing, content)}${change}</div>`,
	]);
}
