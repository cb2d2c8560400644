/** What a browser is told about a page: what it may do, whom it may ask, who may keep it. */
import { createHash } from 'crypto';
import { Kept } from '../words/kept';
import { originOf } from './ending';
import { styleOf } from './html/layout';
import { script } from './html/script';
import type { Settings } from './settings';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const scriptHash = hashOf(script);
const styleHashes = new Kept<string>(100);

const styleHash = (style: string): string => styleHashes.get(style) ?? styleHashes.put(style, hashOf(style));

/**
 * The policy of a page. It lies in a sandbox of its own, away from the session of n8n; its own script and style run and
 * no others; it asks no host, and its forms lead to itself and, where the ending says so, to that address.
 */
export function policyOf(settings: Settings): string {
	const onward = settings.ending.kind === 'redirect' ? originOf(settings.ending.url) : undefined;
	return [
		'sandbox allow-forms allow-scripts allow-popups allow-top-navigation-by-user-activation',
		"default-src 'none'",
		`script-src ${scriptHash}`,
		`style-src ${styleHash(styleOf(settings))}`,
		'img-src data:',
		'font-src data:',
		`form-action 'self'${onward === undefined ? '' : ` ${onward}`}`,
		"base-uri 'none'",
		`frame-ancestors ${settings.origins.length === 0 ? "'none'" : settings.origins.join(' ')}`,
	].join('; ');
}

/** Headers of every answer. */
export const plainHeaders: Readonly<Record<string, string>> = {
	/* Back and forward show the page as it was; nothing between here and there keeps it. */
	'Cache-Control': 'private, no-cache',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex',
	Vary: 'Accept, Accept-Language, Origin',
};
