/** The keys that the sandbox's Alibaba Cloud knows. They are good for nothing else. */

/** An AccessKey. */
export interface AlibabaKey {
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
	/** Only with a temporary key. */
	readonly securityToken?: string;
}

/** A permanent AccessKey. */
export const permanentKey: AlibabaKey = {
	accessKeyId: 'LTAISandboxPermanent0123',
	accessKeySecret: 'SandboxPermanentSecret01234567',
};

/** A temporary AccessKey with its security token. */
export const temporaryKey: AlibabaKey & { readonly securityToken: string } = {
	accessKeyId: 'STS.SandboxTemporary0123456789',
	accessKeySecret: 'SandboxTemporarySecret01234567',
	securityToken: 'SandboxSecurityToken-0123456789-abcdefghijklmnopqrstuvwxyz',
};

/** Every key. */
export const alibabaKeys: readonly AlibabaKey[] = [permanentKey, temporaryKey];

/** Account that both keys belong to. */
export const ownerId = '1000000000000001';

/** The account's WhatsApp space. */
export const spaceId = 'cams-sandbox1';
