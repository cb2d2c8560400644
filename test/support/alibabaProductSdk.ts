/** Alibaba Cloud's official SDK of Chat App Message Service: its client, and its models of requests and answers. */
import Cams, * as models from '@alicloud/cams20200606';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type { AlibabaKey } from '../../sandbox/alibaba/keys';

/** A class of the SDK that describes what travels: wire names by the SDK's own names, and their types. */
export interface Model {
	names(): Readonly<Record<string, string>>;
	types(): Readonly<Record<string, unknown>>;
	new (values: Readonly<Record<string, unknown>>): object;
}

const isModel = (found: unknown): found is Model => typeof found === 'function' && 'names' in found && 'types' in found;

/** A model by the name of its class; undefined where the SDK has none. */
export function modelOf(name: string): Model | undefined {
	const found: unknown = Reflect.get(models, name);
	return isModel(found) ? found : undefined;
}

/** Calls an API through the SDK's own client; the host stays the vendor's, the bytes go to `port`. */
export async function callProduct(port: string, key: AlibabaKey, host: string, action: string, values: Readonly<Record<string, unknown>>): Promise<void> {
	const Request = modelOf(`${action}Request`);
	if (Request === undefined) throw new Error(`The SDK has no ${action}`);
	const config = new $OpenApiUtil.Config({ ...key, type: 'access_key', endpoint: `${host}:${port}`, protocol: 'HTTP' });
	const client: unknown = Reflect.construct(Cams, [config]);
	const method: unknown = Reflect.get(Object(client), action.charAt(0).toLowerCase() + action.slice(1));
	if (typeof method !== 'function') throw new Error(`The SDK's client has no ${action}`);
	const named = Object.entries(Request.names()).filter(([, wire]) => wire in values).map(([name, wire]) => [name, values[wire]] as const);
	if (named.length !== Object.keys(values).length) throw new Error(`The SDK does not know every parameter of ${action}`);
	await Reflect.apply(method, client, [new Request(Object.fromEntries(named))]);
}
