/** Why IAM gave no token, in words that a person can act on. */
import type { Identity } from './identity';

/** What IAM answered. */
export interface IamAnswer {
	/** HTTP status. */
	readonly status: number;
	/** IAM's code; empty when there is none, or a number, which only repeats the HTTP status. */
	readonly code: string;
	/** IAM's text; only looked at, never shown. */
	readonly message: string;
}

interface Reason {
	readonly applies: (answer: IamAnswer, identity: Identity) => boolean;
	readonly text: (answer: IamAnswer, identity: Identity) => string;
}

const names =
	"'Account Name' is the name of the account, 'User Name' the name of the IAM user; the console shows both under My Credentials.";

const insteadKey = "Or use the credential 'Huawei Cloud Access Key API', which needs no password.";

const locked: Reason = {
	applies: ({ code, message }) => code === 'IAM.0061' || /\block/i.test(message),
	text: () =>
		"Huawei Cloud has locked this IAM user after too many wrong passwords. Wait until the lock ends, 15 to 30 minutes by the account's login policy, and correct 'Password' before.",
};

const mfa: Reason = {
	applies: ({ code, message }) =>
		code === 'IAM.1061' || /\b(mfa|totp|passcode|multi-?factor|login protection)\b/i.test(message),
	text: () =>
		`Login protection (MFA) is on for this IAM user, so a password alone gets no token. Use an IAM user without login protection. ${insteadKey}`,
};

/** The gateway in front of IAM, which has not looked at the password. */
const gateway: Reason = {
	applies: ({ code }) => /^API(?:G|GW|C)\./.test(code),
	text: ({ code }, { iamHost }) =>
		`The gateway in front of IAM (${iamHost}) refused the request for a token, code ${code}. Check 'Site' and 'IAM Endpoint'.`,
};

const project: Reason = {
	applies: ({ code, message, status }, { projectName }) =>
		projectName !== undefined && (code === 'IAM.1109' || status === 404 || /\bproject/i.test(message)),
	text: (_, { projectName }) =>
		`IAM does not know the project '${projectName ?? ''}' in this account. 'Project Name' is the name of a region's project, such as ap-southeast-3; the console lists them under My Credentials > API Credentials. Or set 'Scope' to Account.`,
};

const huaweiId: Reason = {
	applies: ({ code, message, status }, { accountName, userName }) =>
		code === 'IAM.0065' || /huawei\s*id/i.test(message) || (status === 401 && accountName === userName),
	text: () =>
		`IAM refused the account's own login. The main login of an account that was upgraded to a HUAWEI ID gets no token, whatever the password: create an IAM user in the console and enter its name as 'User Name' with its password. If the account is no HUAWEI ID, correct 'Password'.`,
};

const password: Reason = {
	applies: ({ status }) => status === 401,
	text: (_, { projectName }) =>
		`IAM refused the user name or password${projectName === undefined ? '' : ', or the project'}. Check 'Password'. ${names} A user with login protection (MFA) and the main login of a HUAWEI ID get the same answer: use an IAM user without it. ${insteadKey}`,
};

/** A code that says more than the HTTP status. */
const named = (code: string): string => (code === '' || /^\d+$/.test(code) ? '' : `, code ${code}`);

const site: Reason = {
	applies: ({ status }) => status === 403,
	text: ({ code }, { iamHost }) =>
		`IAM (${iamHost}) does not let this user in${named(code)}. The account may belong to another site: check 'Site'. The user may be disabled or have console access only: ask the administrator.`,
};

const malformed: Reason = {
	applies: ({ status }) => status === 400,
	text: () => `IAM could not read the names. Check 'Account Name', 'User Name' and 'Project Name'. ${names}`,
};

const other: Reason = {
	applies: () => true,
	text: ({ status, code }, { iamHost }) =>
		`IAM (${iamHost}) gave no token: HTTP ${String(status)}${named(code)}. Check 'Site', 'IAM Endpoint' and the names. ${names}`,
};

const reasons: readonly Reason[] = [gateway, locked, mfa, project, huaweiId, password, site, malformed];

/** What happened and what to do, for every refusal in IAM's own words. */
export function explain(answer: IamAnswer, identity: Identity): string {
	const reason = reasons.find(({ applies }) => applies(answer, identity)) ?? other;
	return reason.text(answer, identity);
}

/**
 * Whether IAM may have counted the answer as a wrong password, so that more of them lock the user: a 401, whatever
 * its words are, and what names a wrong password, the lock or the second factor.
 */
export const mayLock = (answer: IamAnswer, identity: Identity): boolean =>
	answer.status === 401 ||
	answer.code === 'IAM.0062' ||
	[locked, mfa].some(({ applies }) => applies(answer, identity));
