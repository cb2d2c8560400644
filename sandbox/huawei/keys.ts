/** The keys and users that the sandbox's Huawei Cloud knows. They are good for nothing else. */

/** An access key. */
export interface HuaweiKey {
	readonly accessKey: string;
	readonly secretKey: string;
	/** Only with a temporary key. */
	readonly securityToken?: string;
}

/** A permanent access key. */
export const permanentKey: HuaweiKey = {
	accessKey: 'SANDBOXPERMANENT0123',
	secretKey: 'SandboxPermanentSecretKey0123456789abcde',
};

/** A temporary access key with its security token. */
export const temporaryKey: HuaweiKey & { readonly securityToken: string } = {
	accessKey: 'SANDBOXTEMPORARY0123',
	secretKey: 'SandboxTemporarySecretKey0123456789abcde',
	securityToken: 'SandboxSecurityToken-0123456789-abcdefghijklmnopqrstuvwxyz',
};

/** Every key. */
export const huaweiKeys: readonly HuaweiKey[] = [permanentKey, temporaryKey];

/** The account that all of them belong to, which IAM calls domain. */
export const account = { name: 'sandbox-account', id: '5a4d8b0cd86c48b5a9d2f2c7e1b0a3f6' } as const;

/** Projects of the account: one for each region. */
export const projects = ['ap-southeast-3', 'cn-south-1', 'eu-west-101'].map((name, index) => ({
	name,
	id: `0${String(index + 1)}5a4d8b0cd86c48b5a9d2f2c7e1b0a3`,
}));

/** A user of the account. */
export interface HuaweiUser {
	readonly name: string;
	readonly id: string;
	readonly password: string;
	/**
	 * `mfa` has login protection; `huaweiId` is the account's main login, upgraded to a HUAWEI ID, which gets no
	 * token; `consoleOnly` may not use APIs.
	 */
	readonly kind: 'ordinary' | 'mfa' | 'huaweiId' | 'consoleOnly';
}

const user = (name: string, kind: HuaweiUser['kind'], index: number): HuaweiUser => ({
	name,
	kind,
	id: `u${String(index)}5a4d8b0cd86c48b5a9d2f2c7e1b0a3f`,
	password: 'Sandbox-Passw0rd',
});

/** The user for tokens. */
export const ordinaryUser = user('sandbox-user', 'ordinary', 1);
/** A user whose password alone is not enough. */
export const mfaUser = user('sandbox-mfa-user', 'mfa', 2);
/** The main login of the account. */
export const mainLogin = user(account.name, 'huaweiId', 3);
/** A user without programmatic access. */
export const consoleUser = user('sandbox-console-user', 'consoleOnly', 4);

/** Every user. */
export const users: readonly HuaweiUser[] = [ordinaryUser, mfaUser, mainLogin, consoleUser];

/** What the second factor of {@link mfaUser} shows. */
export const passcode = '246810';
