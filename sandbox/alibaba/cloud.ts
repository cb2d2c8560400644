/** Alibaba Cloud on localhost. */
import { randomUUID } from 'node:crypto';
import type { AlibabaApi } from '../../nodes/AlibabaCloud/api';
import { commonCodes } from '../../nodes/AlibabaCloud/codes/commonCodes';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import type { Operation } from '../../nodes/engine/words/operation';
import { refusalsFor, type Dialect, servedApis } from '../apis';
import { type Admitted, type Cloud, type Desk, jsonReply, type KnownKey, type RefusalOnDemand, type Received, type Refusal, refuse, type Reply, type ServedApi, type Trouble } from '../cloud';
import { OpenPosition, pagesFrom0 } from '../paging';
import { pairsOf } from '../query';
import { serviceOf } from '../received';
import type { Given } from '../values';
import { type AlibabaKey, ownerId, permanentKey, spaceId, temporaryKey } from './keys';
import { SignatureCheck } from './signature';
import { isProducts, statusesOf } from './statuses';
import { WhatsAppNumbers } from './whatsAppNumbers';

const domains = ['aliyuncs.com'];
const services = ['cams', 'sts'];

const dialect: Dialect<AlibabaApi> = { label: ({ api }) => api.action, statuses: statusesOf, diallingCodeField: 'Cc' };

/** Refusals that are offered in XML too, in which the gateway answers some callers. */
const alsoInXml = ['ServiceUnavailable', 'Throttling.User', 'SignatureDoesNotMatch', 'Ram.PermissionDeny'];

const withXml = (api: ServedApi): ServedApi => ({
	...api,
	refusals: api.refusals.flatMap((refusal): RefusalOnDemand[] =>
		alsoInXml.includes(refusal.code) && refusal.status === statusesOf(refusal.code)[0]
			? [refusal, { ...refusal, id: `${refusal.code} xml`, form: 'xml' }]
			: [refusal],
	),
});

/** GetCallerIdentity: https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-getcalleridentity. */
const identity: ServedApi = {
	key: 'identity.getCallerIdentity',
	label: 'GetCallerIdentity',
	perSecond: 100,
	contacts: [],
	takes: { phone: 'none', email: false },
	refusals: refusalsFor(commonCodes, statusesOf).filter(({ code }) => !isProducts(code)),
};

const caller = ({ securityToken }: AlibabaKey) => ({
	IdentityType: securityToken === undefined ? 'Account' : 'AssumedRoleUser',
	AccountId: ownerId,
	PrincipalId: ownerId,
	UserId: ownerId,
	Arn: `acs:ram::${ownerId}:root`,
});

const shownKey = (name: string, key: AlibabaKey): KnownKey => ({
	name,
	credential: 'Alibaba Cloud (Aliyun) AccessKey API',
	endpoints: ['Endpoint'],
	values: [
		{ label: 'AccessKey ID', value: key.accessKeyId },
		{ label: 'AccessKey Secret', value: key.accessKeySecret },
		...(key.securityToken === undefined ? [] : [{ label: 'Security Token', value: key.securityToken }]),
	],
});

/** Parameters of every API that are in the SDK's models and in no document. */
const undocumented = ['OwnerId', 'ResourceOwnerId', 'ResourceOwnerAccount', 'RegionId'];

function valuesOf({ query, headers, body }: Received): Readonly<Record<string, string>> {
	const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
	return Object.fromEntries([...pairsOf(query), ...(isForm ? pairsOf(body.toString('utf8')) : [])]);
}

function checkValues({ fields, listing }: Operation<AlibabaApi>, values: Readonly<Record<string, string>>): void {
	const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
	const known = [...fields.map(({ wire }) => wire), ...paging, ...undocumented];
	const unknown = Object.keys(values).find((name) => !known.includes(name));
	if (unknown !== undefined) refuse('UnsupportedParameter', `The parameter ${unknown} is not supported.`);
	const missing = fields.find(({ wire, required }) => required && (values[wire] ?? '') === '');
	if (missing !== undefined) refuse(`Missing${missing.wire}`, `${missing.wire} is mandatory for this action.`);
	const wrong = paging.find((name) => values[name] !== undefined && !/^\d{1,9}$/.test(values[name]));
	if (wrong !== undefined) refuse(`Invalid${wrong}`, `The parameter ${wrong} is invalid.`);
}

/** Finds the API that is asked for, by host, action and version. */
function route({ host, headers, method, path }: Received): Operation<AlibabaApi> | 'identity' {
	const service = serviceOf(host, domains) ?? '';
	if (!services.includes(service)) refuse('InvalidProduct.NotFound', 'The specified product is not found.');
	if (method !== 'GET' && method !== 'POST') refuse('UnsupportedHTTPMethod', 'This HTTP method is not supported.');
	if (path !== '/') refuse('InvalidAction.NotFound', 'The path of every API of this style is /.');
	const [action, version] = [headers['x-acs-action'], headers['x-acs-version']];
	const found =
		service === 'sts'
			? action === 'GetCallerIdentity' ? 'identity' : undefined
			: alibabaCloud.operations.find(({ api }) => api.action === action);
	if (found === undefined) refuse('InvalidAction.NotFound', 'Specified api is not found, please check your url and method.');
	if (version !== (found === 'identity' ? '2015-04-01' : found.api.version)) {
		refuse('InvalidVersion', 'Specified parameter Version is not valid.');
	}
	return found;
}

function handlersFor(desk: Desk, listReading: OpenPosition): Readonly<Record<string, (values: Given) => object>> {
	const numbers = new WhatsAppNumbers(desk, listReading);
	return {
		GetChatappVerifyCode: (values) => numbers.send(values, 'GetChatappVerifyCode'),
		ChatappVerifyAndRegister: (values) => numbers.verifyAndRegister(values),
		GetPhoneNumberVerificationStatus: (values) => numbers.status(values),
		QueryChatappPhoneNumbers: (values) => numbers.list(values),
		AddChatappPhoneNumber: (values) => numbers.add(values),
		ChatappPhoneNumberRegister: (values) => numbers.register(values),
		ListInstance: (values) => numbers.listSpaces(values),
	};
}

const xml = (fields: Readonly<Record<string, string>>): string => {
	const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const inner = Object.entries(fields).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`).join('');
	return `<?xml version='1.0' encoding='UTF-8'?><Error>${inner}</Error>`;
};

function refusalReply({ code, message, status, retryAfterSeconds, form }: Refusal, host: string): Reply {
	const RequestId = randomUUID().toUpperCase();
	const answered = status ?? statusesOf(code)[0];
	const wait = retryAfterSeconds === undefined ? {} : { 'x-acs-retry-after': String(retryAfterSeconds * 1000) };
	const headers = { 'x-acs-request-id': RequestId, ...wait };
	const Recommend = `https://api.alibabacloud.com/troubleshoot?q=${code}`;
	const gateways = { RequestId, HostId: host, Code: code, Message: message, Recommend };
	if (form === 'xml') {
		return { status: answered, headers: { 'content-type': 'text/xml;charset=utf-8', ...headers }, body: xml(gateways) };
	}
	const isGateways = !isProducts(code) && answered !== 200;
	const products = { RequestId, Code: code, Message: message, Success: false, AccessDeniedDetail: 'None' };
	return jsonReply(answered, isGateways ? gateways : products, headers);
}

/** No code is documented for a request that is too long. */
const turnedAway: Readonly<Record<Trouble, Refusal>> = {
	tooLong: { code: 'InvalidParameter', message: 'The request is too long.', status: 413 },
	unreadable: { code: 'InvalidParameter', message: 'The request cannot be read.' },
	broken: { code: 'InternalError', message: 'The request processing has failed due to some unknown error.' },
};

/** Makes Alibaba Cloud in its first state. */
export function makeAlibabaCloud(desk: Desk): Cloud {
	const listReading = new OpenPosition(pagesFrom0);
	const handlers = handlersFor(desk, listReading);
	const signatures = new SignatureCheck(() => desk.now());
	const declared = servedApis(alibabaCloud, dialect).map(withXml);
	const admit = (received: Received): Admitted => {
		const operation = route(received);
		const key = signatures.check(received);
		if (operation === 'identity') return { api: identity, values: {}, carryOut: () => caller(key) };
		const api = declared[alibabaCloud.operations.indexOf(operation)];
		const handle = handlers[operation.api.action];
		if (api === undefined || handle === undefined) refuse('UnsupportedOperation', `${operation.api.action} is not carried out here.`);
		const values = valuesOf(received);
		checkValues(operation, values);
		return { api, values, carryOut: () => handle(values) };
	};
	return {
		name: alibabaCloud.name,
		displayName: alibabaCloud.displayName,
		apis: [...declared, identity],
		keys: [
			shownKey('Permanent key', permanentKey),
			shownKey('Temporary key', temporaryKey),
			{ name: 'WhatsApp space', values: [{ label: 'Space ID', value: spaceId }] },
		],
		settings: [listReading.setting('PageIndex', 'ListInstance')],
		owns: ({ host, headers }) => {
			const service = serviceOf(host, domains);
			return host.endsWith('.localhost') ? services.includes(service ?? '') && headers['x-acs-action'] !== undefined : service !== undefined;
		},
		admit,
		turnAway: (trouble) => turnedAway[trouble],
		tooFast: () => ({
			code: 'Throttling.User',
			message: 'Request was denied due to user flow control.',
			retryAfterSeconds: 1,
		}),
		succeed: (data, { api }) => {
			const RequestId = randomUUID().toUpperCase();
			const product = { Code: 'OK', Message: 'None', AccessDeniedDetail: 'None' };
			const envelope = api === identity ? {} : api.label === 'GetPhoneNumberVerificationStatus' ? product : { ...product, Success: true };
			return jsonReply(200, { RequestId, ...envelope, ...data }, { 'x-acs-request-id': RequestId });
		},
		refuse: (refusal, { host }) => refusalReply(refusal, host),
	};
}
