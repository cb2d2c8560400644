/** The keys that the sandbox's Tencent Cloud knows. They are good for nothing else. */

/** An API key. */
export interface TencentKey {
	readonly secretId: string;
	readonly secretKey: string;
	/** Only with a temporary key. */
	readonly token?: string;
}

/** A permanent key. */
export const permanentKey: TencentKey = {
	secretId: 'AKIDSandboxPermanentKey0123456789abc',
	secretKey: 'SandboxPermanentSecret0123456789',
};

/** A temporary key with its session token. */
export const temporaryKey: TencentKey & { readonly token: string } = {
	secretId: 'AKIDSandboxTemporaryKey0123456789abc',
	secretKey: 'SandboxTemporarySecret0123456789',
	token: 'SandboxSessionToken-0123456789-abcdefghijklmnopqrstuvwxyz',
};

/** Every key. */
export const tencentKeys: readonly TencentKey[] = [permanentKey, temporaryKey];

/** Account that both keys belong to; a partner. */
export const ownerUin = '100000000001';
