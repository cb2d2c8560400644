/** Tencent Cloud on localhost. */
import { randomUUID } from 'node:crypto';
import { commonCodes } from '../../nodes/TencentCloud/codes/commonCodes';
import type { TencentApi } from '../../nodes/TencentCloud/api';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import type { Operation } from '../../nodes/engine/words/operation';
import { refusalsFor, type Dialect, servedApis } from '../apis';
import { type Admitted, type Cloud, type Desk, isRecord, jsonReply, type KnownKey, type Received, type Refusal, refuse, type ServedApi, type Trouble } from '../cloud';
import { OpenPosition, pagesFrom0 } from '../paging';
import { serviceOf } from '../received';
import { DomainContacts } from './domainContacts';
import { DriveAdministrators } from './driveAdministrators';
import { ask, type Asked, checkValues, domains } from './gate';
import { ownerUin, permanentKey, type TencentKey, temporaryKey } from './keys';
import { PartnerCustomers } from './partnerCustomers';
import type { Given } from '../values';

/** Every answer, a refusal too, comes with HTTP 200. */
const dialect: Dialect<TencentApi> = { label: ({ api }) => api.action, statuses: () => [200], diallingCodeField: 'CountryCode' };

/** GetCallerIdentity of service sts: https://www.tencentcloud.com/document/product/1150/53096. */
const identity: ServedApi = {
	key: 'identity.getCallerIdentity',
	label: 'GetCallerIdentity',
	perSecond: 20,
	contacts: [],
	takes: { phone: 'none', email: false },
	refusals: refusalsFor(commonCodes, () => [200]),
};

const services = ['sts', ...new Set(tencentCloud.operations.map(({ api }) => api.service))];

const shownKey = (name: string, { secretId, secretKey, token }: TencentKey): KnownKey => ({
	name,
	credential: 'Tencent Cloud (QCloud) API',
	endpoints: ['Endpoint'],
	values: [
		{ label: 'Secret ID', value: secretId },
		{ label: 'Secret Key', value: secretKey },
		...(token === undefined ? [] : [{ label: 'Session Token', value: token }]),
	],
});

const answersTo = ({ api }: Operation<TencentApi>, { action, mainland }: Asked): boolean =>
	action === api.action || (mainland && isRecord(api.mainland) && action === api.mainland.action);

/** Who calls: https://www.tencentcloud.com/document/product/1150/53096. */
const caller = {
	Arn: `qcs::cam::uin/${ownerUin}:uin/${ownerUin}`,
	AccountId: ownerUin,
	UserId: ownerUin,
	PrincipalId: ownerUin,
	Type: 'CAMUser',
};

type Handler = (values: Given, asked: Asked) => object;

function handlersFor(desk: Desk, listReading: OpenPosition): Readonly<Record<string, Handler>> {
	const contacts = new DomainContacts(desk, listReading);
	const customers = new PartnerCustomers(desk);
	const drives = new DriveAdministrators(desk);
	const isMainlands = ({ action }: Asked): boolean => !action.includes('Intl');
	return {
		SendIntlPhoneEmailCode: (values, asked) => contacts.send(values, isMainlands(asked), asked.action),
		CreateIntlPhoneEmail: (values, asked) => contacts.verify(values, isMainlands(asked)),
		DescribeIntlPhoneEmailList: (values, asked) => contacts.list(values, isMainlands(asked)),
		DeleteIntlPhoneEmail: (values, asked) => contacts.delete(values, isMainlands(asked)),
		SendVerifyCode: (values, { action }) => customers.send(values, action),
		CreateAccount: (values) => customers.createAccount(values),
		GetCountryCodes: () => customers.countryCodes(),
		GetTradeConfigList: () => customers.tradeConfig(),
		QueryAccountVerificationStatus: (values) => customers.status(values),
		SendSmsCode: (values, { action }) => drives.send(values, action),
		VerifySmsCode: (values) => drives.verify(values),
		DescribeOfficialInstances: (values) => drives.list(values),
	};
}

const turnedAway: Readonly<Record<Trouble, Refusal>> = {
	tooLong: { code: 'RequestSizeLimitExceeded', message: 'The request is longer than 10 MB.' },
	unreadable: { code: 'InvalidParameter', message: 'The request cannot be read.' },
	broken: { code: 'InternalError', message: 'An internal error occurred.' },
};

/** Finds the API that is asked for, by service, action and version. */
function route(asked: Asked): Operation<TencentApi> | 'identity' {
	if (!services.includes(asked.service)) refuse('NoSuchProduct', `The product ${asked.service} does not exist.`);
	const found =
		asked.service === 'sts' && asked.action === 'GetCallerIdentity'
			? 'identity'
			: tencentCloud.operations.find((operation) => operation.api.service === asked.service && answersTo(operation, asked));
	if (found === undefined) refuse('InvalidAction', `The action ${asked.action} is invalid or not found.`);
	const version = found === 'identity' ? '2018-08-13' : found.api.version;
	if (asked.version !== version) refuse('NoSuchVersion', `The version ${asked.version} does not exist.`);
	return found;
}

/** Makes Tencent Cloud in its first state. */
export function makeTencentCloud(desk: Desk): Cloud {
	const listReading = new OpenPosition(pagesFrom0);
	const handlers = handlersFor(desk, listReading);
	const declared = servedApis(tencentCloud, dialect);
	const admit = (received: Received): Admitted => {
		const asked = ask(received, desk.now());
		const operation = route(asked);
		if (operation === 'identity') return { api: identity, values: {}, carryOut: () => caller };
		const api = declared[tencentCloud.operations.indexOf(operation)];
		const handle = handlers[operation.api.action];
		if (api === undefined || handle === undefined) refuse('ActionOffline', `${operation.api.action} is not carried out here.`);
		const values = checkValues(operation, asked);
		return { api, values, carryOut: () => handle(values, asked) };
	};
	return {
		name: tencentCloud.name,
		displayName: tencentCloud.displayName,
		apis: [...declared, identity],
		keys: [shownKey('Permanent key', permanentKey), shownKey('Temporary key', temporaryKey)],
		settings: [listReading.setting('Offset', 'DescribeIntlPhoneEmailList')],
		owns: ({ host, headers }) => {
			const service = serviceOf(host, domains);
			return host.endsWith('.localhost') ? services.includes(service ?? '') && headers['x-acs-action'] === undefined : service !== undefined;
		},
		admit,
		turnAway: (trouble) => turnedAway[trouble],
		tooFast: ({ perSecond }) => ({
			code: 'RequestLimitExceeded',
			message: `The number of requests exceeds the limit of ${String(perSecond)} a second.`,
		}),
		succeed: (data) => jsonReply(200, { Response: { ...data, RequestId: randomUUID() } }),
		refuse: ({ code, message, status }) =>
			jsonReply(status ?? 200, { Response: { Error: { Code: code, Message: message }, RequestId: randomUUID() } }),
	};
}
