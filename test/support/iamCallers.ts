/** Many who send by one credential, each of whom is told apart: what they got, or what they were refused with. */
import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { type GivenCredential, runNode } from './engine';
import type { Route } from './wire';

/** A credential whose user nobody else has, since tokens are shared in the process. */
export const credentialAt = (url: string, more: Readonly<Record<string, string>> = {}) => ({
	type: new HuaweiCloudIamApi(),
	values: {
		accountName: 'example-company',
		userName: 'automation',
		password: `p4ssw0rd ${crypto.randomUUID()}`,
		scope: 'domain',
		projectName: '',
		site: 'international',
		endpoint: url,
		iamEndpoint: url,
		token: '',
		...more,
	},
});

/** What one of many was told when nothing was sent for it. */
export interface Told {
	readonly message: string;
	/** The credential's own refusal, where n8n wraps one. */
	readonly passing: boolean | undefined;
	readonly retryAfterSeconds: number | undefined;
}

const host = 'osm.ap-southeast-1.myhuaweicloud.com';

const requestFor = (route: Route, item: number): object =>
	route === 'helper'
		? { method: 'POST', url: `https://${host}/v2/x`, body: { item }, ignoreHttpStatusErrors: true, returnFullResponse: true }
		: { method: 'POST', uri: `https://${host}/v2/x`, body: { item }, json: true };

const told = (thrown: unknown): Told => {
	const error = thrown as Error & { cause?: { passing?: boolean; retryAfterSeconds?: number } };
	return { message: error.message, passing: error.cause?.passing, retryAfterSeconds: error.cause?.retryAfterSeconds };
};

/** How they come: all at the same time, or each after the one before has its answer. */
export type Order = 'together' | 'in turn';

function callers(type: string, count: number, route: Route, order: Order, heard: Told[]): INodeType {
	return {
		description: {
			displayName: 'Callers',
			name: 'callers',
			group: ['output'],
			version: 1,
			description: 'Callers',
			defaults: { name: 'Callers' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: type, required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const call = async (item: number): Promise<void> => {
				const options = requestFor(route, item) as IHttpRequestOptions;
				const send = route === 'helper' ? this.helpers.httpRequestWithAuthentication : this.helpers.requestWithAuthentication;
				await send.call(this, type, options).catch((thrown: unknown) => heard.push(told(thrown)));
			};
			const numbers = Array.from({ length: count }, (_, item) => item);
			if (order === 'together') await Promise.all(numbers.map(call));
			else for (const item of numbers) await call(item);
			return [[{ json: {} as IDataObject }]];
		},
	};
}

/** Sends for many, through n8n's engine; gives what those were told for whom it threw. */
export async function sendForMany(credential: GivenCredential, count: number, order: Order = 'together', route: Route = 'helper'): Promise<Told[]> {
	const heard: Told[] = [];
	const { error } = await runNode({ node: callers(credential.type.name, count, route, order, heard), parameters: {}, credentials: [credential] });
	if (error) throw error;
	return heard;
}
