/** Who asks Huawei Cloud's IAM for a token, and for what. */
import { domains, iamHostOf } from './sites';
import type { Endpoint, HostRule } from '../signing/address';
import { sha256Hex } from '../signing/canonical';
import { type Fields, SigningRefusal, textOf } from '../signing/refusal';

/** Everything that decides which token is given. */
export interface Identity {
	/** The site's IAM host. */
	readonly iamHost: string;
	/** Where requests may go. */
	readonly rule: HostRule;
	/** The account's name, which IAM calls domain. */
	readonly accountName: string;
	/** The IAM user's name. */
	readonly userName: string;
	readonly password: string;
	/** A token for the project of this name; for the whole account when left out. */
	readonly projectName?: string;
	/** Differs as soon as any field does that a token depends on, the password among them, without telling it. */
	readonly fingerprint: string;
}

function filled(fields: Fields, name: string, label: string): string {
	const value = textOf(fields, name);
	if (value !== '') return value;
	throw new SigningRefusal(`The credential's field '${label}' is empty. Open the credential and fill it in.`);
}

/** Spaces may belong to a password, line ends that came with copying do not. */
function passwordOf(fields: Fields): string {
	const { password } = fields;
	const value = typeof password === 'string' ? password.replace(/^[\r\n]+|[\r\n]+$/g, '') : '';
	if (value !== '') return value;
	throw new SigningRefusal("The credential's field 'Password' is empty. Open the credential and fill it in.");
}

const isIam = (hostname: string): boolean => hostname.startsWith('iam.');

/** The hosts that a token is good for; requests to IAM have an endpoint of their own. */
function ruleOf(fields: Fields): HostRule {
	const endpoints: Endpoint[] = [
		{ address: textOf(fields, 'endpoint'), label: 'Endpoint', serves: (hostname) => !isIam(hostname) },
		{ address: textOf(fields, 'iamEndpoint'), label: 'IAM Endpoint', serves: isIam },
	];
	return { domains, endpoints };
}

/**
 * Reads the credential's fields.
 *
 * @throws SigningRefusal when one is empty that must not be.
 */
export function identityOf(fields: Fields): Identity {
	const iamHost = iamHostOf(fields);
	const accountName = filled(fields, 'accountName', 'Account Name');
	const userName = filled(fields, 'userName', 'User Name');
	const password = passwordOf(fields);
	const project = fields['scope'] === 'project' ? { projectName: filled(fields, 'projectName', 'Project Name') } : {};
	const decisive = [iamHost, textOf(fields, 'iamEndpoint'), accountName, userName, password, project];
	return {
		iamHost,
		rule: ruleOf(fields),
		accountName,
		userName,
		password,
		...project,
		fingerprint: sha256Hex(JSON.stringify(decisive)),
	};
}
