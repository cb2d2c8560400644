/** Huawei Cloud on localhost: the service OSM, the gateway in front of it, and IAM. */
import { randomBytes } from 'node:crypto';
import type { HuaweiApi } from '../../nodes/HuaweiCloud/api';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { type Dialect, servedApis } from '../apis';
import { type Admitted, type Cloud, type Desk, jsonReply, type KeyValue, type KnownKey, type Received, type Refusal, refuse, type Reply, type Trouble } from '../cloud';
import { OpenPosition, pagesFrom1 } from '../paging';
import type { Setting } from '../settings';
import { Gate } from './gate';
import { isHuaweis, serviceAt } from './hosts';
import { Identity, IssuedToken } from './identity';
import { admitToIdentity, identityApis } from './identityApis';
import { account, type HuaweiKey, mainLogin, mfaUser, ordinaryUser, passcode, permanentKey, projects, temporaryKey } from './keys';
import { SignatureCheck } from './signature';
import { statusesOf } from './statuses';
import { ticketOperation, ticketHandlers, ticketValues } from './tickets';

/** The API's name is the last part of its page, such as `SendVerifyCodes`. */
const dialect: Dialect<HuaweiApi> = {
	label: ({ page }) => page.slice(page.lastIndexOf('/') + 1).replace('.html', ''),
	statuses: statusesOf,
	diallingCodeField: 'area_code',
};

const requestId = (): string => randomBytes(16).toString('hex');

/** IAM's calls of the Keystone kind write a number in place of a code. */
function refusalReply({ code, message, status }: Refusal): Reply {
	const answered = status ?? statusesOf(code)[0];
	const id = requestId();
	const keystone = /^IAM\.(\d{3})$/.exec(code)?.[1];
	if (keystone !== undefined) {
		const error = { code: Number(keystone), message, title: answered === 401 ? 'Unauthorized' : 'Bad Request' };
		return jsonReply(answered, { error }, { 'x-iam-trace-id': id });
	}
	if (code.startsWith('IAM.')) return jsonReply(answered, { error_code: code, error_msg: message }, { 'x-iam-trace-id': id });
	const gateways = code.startsWith('API') ? { request_id: id } : {};
	return jsonReply(answered, { error_msg: message, error_code: code, ...gateways }, { 'x-request-id': id });
}

const shownKey = (name: string, { accessKey, secretKey, securityToken }: HuaweiKey): KnownKey => ({
	name,
	credential: 'Huawei Cloud Access Key API',
	endpoints: ['Endpoint'],
	values: [
		{ label: 'Access Key ID', value: accessKey },
		{ label: 'Secret Access Key', value: secretKey },
		...(securityToken === undefined ? [] : [{ label: 'Security Token', value: securityToken }]),
		{ label: 'Account ID', value: account.id },
	],
});

const shownUser = (name: string, userName: string, more: readonly KeyValue[] = []): KnownKey => ({
	name,
	credential: 'Huawei Cloud IAM API',
	endpoints: ['Endpoint', 'IAM Endpoint'],
	values: [
		{ label: 'Account Name', value: account.name },
		{ label: 'User Name', value: userName },
		{ label: 'Password', value: ordinaryUser.password },
		...more,
	],
});

const keys: readonly KnownKey[] = [
	shownKey('Permanent access key', permanentKey),
	shownKey('Temporary access key', temporaryKey),
	shownUser('IAM user', ordinaryUser.name, [{ label: 'Project Name', value: projects[0]?.name ?? '' }]),
	shownUser('IAM user with login protection (MFA)', mfaUser.name, [{ label: 'Passcode', value: passcode }]),
	shownUser('Main login of a HUAWEI ID, which gets no token', mainLogin.name),
];

/** A year. */
const longestLifeSeconds = 365 * 24 * 60 * 60;

const settingsOf = (identity: Identity, reading: OpenPosition): readonly Setting[] => [
	reading.setting('offset', 'ListHasVerifiedContacts'),
	{
		name: 'tokenLifetimeSeconds',
		label: 'Token life',
		about: 'Seconds that new tokens live; a day at Huawei Cloud',
		least: 0,
		most: longestLifeSeconds,
		get: () => identity.lifetimeSeconds,
		set: (value) => { identity.lifetimeSeconds = value; },
	},
	{
		name: 'requestsPerToken',
		label: 'Requests per token',
		about: 'Requests after which a token is refused as expired; 0 for any number',
		least: 0,
		most: 1_000_000,
		get: () => identity.requestsPerToken,
		set: (value) => { identity.requestsPerToken = value; },
	},
];

const turnedAway: Readonly<Record<Trouble, Refusal>> = {
	tooLong: { code: 'APIGW.0201', message: 'The request is too long.', status: 413 },
	unreadable: { code: 'APIGW.0201', message: 'The request cannot be read.', status: 400 },
	broken: { code: 'OSM.0004', message: 'The system is abnormal.' },
};

const noSuchApi = 'The API does not exist or has not been published in the environment';

/** Makes Huawei Cloud in its first state. */
export function makeHuaweiCloud(desk: Desk): Cloud {
	const signatures = new SignatureCheck(() => desk.now());
	const identity = new Identity(() => desk.now());
	const gate = new Gate(signatures, identity);
	const listReading = new OpenPosition(pagesFrom1);
	const handlers = ticketHandlers(desk, listReading);
	const declared = servedApis(huaweiCloud, dialect);

	const admitToTickets = (received: Received): Admitted => {
		const operation = ticketOperation(received);
		gate.authenticate(received);
		const api = declared[huaweiCloud.operations.indexOf(operation)];
		const handle = handlers[operation.value];
		if (api === undefined || handle === undefined) refuse('OSM.0003', `${operation.value} is not carried out here.`);
		const values = ticketValues(operation, received);
		return { api, values, carryOut: () => handle(values, received) };
	};

	return {
		name: huaweiCloud.name,
		displayName: huaweiCloud.displayName,
		apis: [...declared, ...identityApis],
		keys,
		settings: settingsOf(identity, listReading),
		owns: isHuaweis,
		admit: (received) => {
			const service = serviceAt(received);
			if (service === 'iam') return admitToIdentity(received, gate, identity);
			if (service === 'osm') return admitToTickets(received);
			return refuse('APIGW.0101', noSuchApi);
		},
		turnAway: (trouble) => turnedAway[trouble],
		tooFast: ({ key }) =>
			key.startsWith('identity.')
				? { code: 'IAM.0012', message: 'The request is throttled: 200 times per 1 seconds.' }
				: { code: 'APIGW.0308', message: 'The throttling threshold has been reached: policy api over ratelimit, limit:200, time:1 second' },
		succeed: (data) =>
			data instanceof IssuedToken
				? jsonReply(201, data.body, { 'x-subject-token': data.token, 'x-iam-trace-id': requestId() })
				: jsonReply(200, data, { 'x-request-id': requestId() }),
		refuse: (refusal) => refusalReply(refusal),
	};
}
