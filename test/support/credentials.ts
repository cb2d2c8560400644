/** What n8n keeps of credentials, for runs of its engine: values that are decrypted already. */
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

/** A credential type with the values that n8n would have decrypted. */
export interface GivenCredential {
	readonly type: ICredentialType;
	/** The same for every item, or what its expressions give for one. */
	readonly values: ICredentialDataDecryptedObject | ((itemIndex: number) => ICredentialDataDecryptedObject);
}

const valuesFor = ({ values }: GivenCredential, itemIndex: number): ICredentialDataDecryptedObject =>
	typeof values === 'function' ? values(itemIndex) : values;

/** Gives the values of a test in place of n8n's database. */
export class Credentials extends ICredentialsHelper {
	/** How often a credential was read. */
	read = 0;

	constructor(private readonly given: readonly GivenCredential[]) {
		super();
	}

	private find(name: string): GivenCredential {
		const found = this.given.find(({ type }) => type.name === name);
		if (!found) throw new Error(`No credential of type ${name}`);
		return found;
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	async authenticate(credentials: ICredentialDataDecryptedObject, name: string, options: IHttpRequestOptions) {
		const { authenticate } = this.find(name).type;
		return typeof authenticate === 'function' ? await authenticate(credentials, options) : options;
	}

	async preAuthentication(helpers: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject, name: string, _node: INode, expired: boolean) {
		const given = this.find(name);
		const { type } = given;
		const expirable = type.properties.find(({ typeOptions }) => typeOptions?.expirable === true);
		if (!type.preAuthentication || !expirable) return undefined;
		if (credentials[expirable.name] !== '' && credentials[expirable.name] !== undefined && !expired) return undefined;
		const renewed = (await type.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
		if (renewed[expirable.name] === undefined) return undefined;
		Object.assign(valuesFor(given, 0), renewed);
		return Object.assign(credentials, renewed);
	}

	async runPreAuthentication() {
		return await Promise.resolve(undefined);
	}

	async getDecrypted(
		_additional: IWorkflowExecuteAdditionalData,
		_node: unknown,
		name: string,
		_mode?: unknown,
		_executeData?: unknown,
		_raw?: boolean,
		resolving?: ICredentialsExpressionResolveValues,
	) {
		this.read += 1;
		return await Promise.resolve({ ...valuesFor(this.find(name), resolving?.itemIndex ?? 0) });
	}

	getCredentials(): never {
		throw new Error('Not used by the engine in these tests');
	}

	async updateCredentials() {
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData() {
		await Promise.resolve();
	}

	getCredentialsProperties() {
		return [];
	}
}
