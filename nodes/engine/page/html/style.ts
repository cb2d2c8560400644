/** How the pages look: on a telephone of 320 pixels as on a desk, in light and dark, from left to right and back. */

const plain = `
[hidden]{display:none!important}
*,*::before,*::after{box-sizing:border-box}
:root{color-scheme:light dark;--accent:#1a56db;--on-accent:#fff;--ink:#1b1f24;--soft:#59636e;--ground:#f3f4f6;--card:#fff;--line:#818b98;--bad:#b3261e;--bad-ground:#fdecea;--good:#0b6b33;--good-ground:#e6f4ea}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#b0b8c1;--ground:#16181c;--card:#22252b;--line:#8b949e;--bad:#ffb4ab;--bad-ground:#4a1f1c;--good:#8fe0ab;--good-ground:#173a25}}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:var(--ground);color:var(--ink)}
body{margin:0;padding:min(1rem,5vw);min-height:100vh;display:flex;flex-direction:column;align-items:center;gap:1rem}
main{background:var(--card);width:100%;max-width:28rem;padding:min(1.5rem,7.5vw);border-radius:.75rem;box-shadow:0 1px 3px #0003;overflow-wrap:anywhere}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}
p{margin:0 0 1rem}
.logo{display:block;max-width:12rem;max-height:4rem;margin:0 0 1rem}
.contact{font-weight:600;white-space:nowrap}
.said{padding:.75rem;border-radius:.5rem;background:var(--bad-ground);color:var(--bad);font-weight:600}
.said.good{background:var(--good-ground);color:var(--good)}
.field{margin:0 0 1rem}
label{display:block;font-weight:600;margin:0 0 .25rem}
.hint,.optional{color:var(--soft);font-size:.875rem;font-weight:400;margin:.25rem 0 0}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=checkbox]),select,textarea{width:100%;min-height:2.75rem;padding:.5rem .75rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
select.searched{border-end-start-radius:0;border-end-end-radius:0}
select.searched+input{border-top:0;border-start-start-radius:0;border-start-end-radius:0}
::placeholder{color:var(--soft);opacity:1}
select:focus-visible{position:relative}
select{padding-inline-end:.25rem}
[dir=rtl] select{padding-left:1.75rem;text-overflow:ellipsis}
textarea{min-height:6rem;resize:vertical}
[aria-invalid=true]{border-color:var(--bad)!important;border-width:2px!important}
.check{display:flex;gap:.75rem;align-items:flex-start}
.check input{width:1.5rem;height:1.5rem;flex:none}
.code{font-size:1.5rem;letter-spacing:.2em;text-align:center}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (prefers-color-scheme:dark){:focus-visible{outline-color:#8ab4ff}}
button{min-height:2.75rem;padding:.5rem 1rem;border-radius:.5rem;border:1px solid var(--line);background:none;cursor:pointer;width:100%}
button.main{background:var(--accent);color:var(--on-accent);border-color:var(--accent);font-weight:600}
button[aria-disabled=true]{opacity:.6;cursor:default}
.more{margin-top:1.25rem;padding-top:1.25rem;border-top:1px solid #8886;display:grid;gap:.75rem}
.more p{margin:0;color:var(--soft);font-size:.875rem}
.more form{margin:0}
nav{max-width:28rem;font-size:.875rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem .25rem;justify-content:center}
nav a{color:inherit;display:inline-block;padding:.25rem .375rem;min-height:1.5rem}
nav a[aria-current]{font-weight:600;text-decoration:none}
.heard{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
.trap{position:absolute;inset-inline-start:-200vw;height:1px;overflow:hidden}
@media (forced-colors:active){.said{border:2px solid}}
`;

/** The light of a colour, by WCAG 2. */
function lightOf(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The operator's colour with the ink that can be read on it. */
function accented(accent: string): string {
	const hex = accent.trim().slice(0, 7).toLowerCase();
	if (!/^#[0-9a-f]{6}$/.test(hex)) return '';
	const onWhite = 1.05 / (lightOf(hex) + 0.05);
	return `:root{--accent:${hex};--on-accent:${onWhite >= 4.5 ? '#fff' : '#000'}}`;
}

/** As a browser reads it: the policy of the page names the style by its hash. */
const asRead = (css: string): string => css.replace(/\r\n?/g, '\n').replaceAll('\0', '');

/** The style sheet with the operator's own behind it. What would end the element that holds it is taken away. */
export const styleSheet = (accent: string, css: string): string => `${plain}${accented(accent)}${asRead(css.slice(0, 20_000)).replaceAll('<', '')}`;
