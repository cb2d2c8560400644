/** Changes that no test can notice, because they change nothing that anybody could see. */
import type { Mutant } from './mutants';

/** Such a change and why it is none. */
export interface Equivalent {
	readonly file: string;
	readonly what: string;
	readonly why: string;
}

/** Looked at one by one. */
export const equivalents: readonly Equivalent[] = [
	{ file: 'canonical.ts', what: '1 is one more in -1', why: 'Of a comparison only the sign counts' },
	{ file: 'canonical.ts', what: '1 is one more in one < other ? -1 : 1', why: 'Of a comparison only the sign counts' },
	{ file: 'canonical.ts', what: '/^[\\w\\-.~/]*$/ fits nothing', why: 'A short cut: encoding a plain path gives the same path' },
	{ file: 'canonical.ts', what: "text '' is another in headers[given] ?? ''", why: 'There is a value to each name of an object' },
	{
		file: 'encoding.ts',
		what: '/^[\\w\\-.~]*(?:=[\\w\\-.~]*)?(?:&[\\w\\-.~]*(?:=[\\w\\-.~]*)?)*$/ fits nothing',
		why: 'A short cut: encoding anew what needs none gives the same text',
	},
	{
		file: 'encoding.ts',
		what: '/^[\\w\\-.~]*(?:%(?:[0189A-F][\\dA-F]|2[\\dABCF]|3[A-F]|40|5[B-E]|60|7[BCDF])[\\w\\-.~]*)*$/ fits nothing',
		why: 'A short cut: encoding anew what is encoded strictly gives the same text',
	},
	{ file: 'encoding.ts', what: "text '0' is another in byte.toString(16).toUpperCase().padStart(2, '0')", why: 'One character is missing at the most, and that is still a 0' },
	{ file: 'encoding.ts', what: '|| is turned', why: 'A short cut: encoding anew what is encoded strictly gives the same text' },
	{ file: 'sdkHmac.ts', what: "text '' is another in headers[name] ?? ''", why: 'There is a value to each name of an object' },
	{ file: 'outgoing.ts', what: "text 'refused' is another in files: 'refused' | 'kept' = 'refused'", why: 'Whatever is not kept is refused' },
	{ file: 'outgoing.ts', what: "text '' is another in Object.keys(headers).find((name) => name.toLowerCase() === '", why: 'No header has either name' },
	{ file: 'address.ts', what: "text '' is another in typeof request['baseURL'] === 'string' ? request['baseURL'] ", why: 'One is as little an address as the other' },
	{ file: 'address.ts', what: "text '' is another in header?.trim() ?? ''", why: 'One is as little a host of the vendor as the other' },
	{ file: 'form.ts', what: "text 'indices' is another in format: ArrayFormat = 'indices'", why: 'Whatever is none of the other three is written by indices' },
	{ file: 'vendorTime.ts', what: 'text   is another', why: 'Both keep type and endpoint apart' },
	{ file: 'askIam.ts', what: 'true is false', why: 'A signal aborts once' },
	{ file: 'tokenState.ts', what: '|| is turned', why: 'What is no object has none of the fields that are asked for next' },
	{ file: 'tokenState.ts', what: "text 'unwanted' is another in state.kind === 'unwanted'", why: 'What is unwanted has no fingerprint, and so is nobody\'s' },
	{ file: 'TencentCloudApi.credentials.ts', what: "text '' is another in outgoing.host.split('.', 1).join('')", why: 'One part is joined with nothing' },
	{ file: 'AlibabaCloudAccessKeyApi.credentials.ts', what: 'true is false', why: 'The mark counts by being there' },
	{ file: 'clock.ts', what: '0 is one more in writtenAt(0)', why: 'Nobody writes milliseconds' },
	{
		file: 'call/repeat.ts',
		what: 'row "The answer was lost, and the vendor ref...": most is another',
		why: 'A second one is never asked about: the call ends behind the first, whatever it brings',
	},
];

/** Why a change is none; undefined for a real one. */
export const whyEquivalent = ({ file, what }: Mutant): string | undefined =>
	equivalents.find((one) => file.endsWith(one.file) && one.what === what)?.why;
