/** Keys, received codes and masked contacts, planted wherever a vendor or a workflow can put them: none leaves. */
import type { IDataObject, INode } from 'n8n-workflow';
import { parameterName } from '../../nodes/engine/words/names';
import { type Cloud, clouds } from '../support/clouds';
import { type Result, runNode } from '../support/engine';
import { json, serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

const modes = ['category', 'successOrError', 'errorCode', 'none'] as const;
const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

const base64 = (text: string, before: string): string => Buffer.from(`${before}${text} after`).toString('base64');

/** Ways in which a secret turns up in texts. */
const writings = (secret: string): string[] => [
	secret,
	`验证码${secret}错误`,
	`密钥${secret}无效，请重试`,
	`x${secret}x`,
	encodeURIComponent(secret),
	encodeURIComponent(encodeURIComponent(secret)),
	JSON.stringify({ secret }),
	base64(secret, ''),
	base64(secret, 'a'),
	base64(secret, 'ab'),
	Buffer.from(secret).toString('hex'),
	`Authorization: TC3-HMAC-SHA256 Credential=${secret}/2026, Signature=${'ab12'.repeat(16)}`,
];

const digitWritings = (digits: string): string[] => [
	...writings(digits),
	`${digits.slice(0, 3)} ${digits.slice(3)}`,
	`${digits.slice(0, 3)}-${digits.slice(3)}`,
	digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];

const contactWritings = (digits: string): string[] => [
	...digitWritings(digits),
	`+86${digits}`,
	`+86 ${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
	`0086-${digits}`,
];

/** What must not be found again: the plain forms, once everything is undone that hides them. */
const traces = (secret: string): string[] => [
	secret,
	Buffer.from(secret).toString('hex'),
	...['', 'a', 'ab'].map((before) => base64(secret, before).slice(before.length === 0 ? 0 : 4, 10)),
];

/** Everything that leaves a run: items, hints, and what stops the workflow. */
const everything = ({ outputs, hints, error }: Result): string =>
	[
		JSON.stringify([outputs, hints]),
		error === undefined ? '' : [error.message, error.description, JSON.stringify(error.context), JSON.stringify({ ...error })].join('\n'),
	]
		.join('\n')
		.normalize('NFKC')
		.replaceAll(/(?<=\d)[ -](?=\d)/g, '');

const code = '731942';
const phone = '18877776666';

/** A cloud that echoes everything it can, in each part of its envelope, with success and with refusals. */
async function against(cloud: Cloud, planted: readonly string[], run: { readonly parameters: IDataObject; readonly settings: Partial<Pick<INode, 'onError'>> }) {
	const results: string[] = [];
	const echo = planted.join(' | ');
	const input = { plain: code, number: Number(code), list: [code], nested: { deep: [{ spaced: '731 942' }] }, said: echo, [code]: code, phone, phoneNumber: Number(phone) };
	for (const way of ['refuse', 'code', 'succeed', 'html'] as const) {
		const server = await serve((_seen, response) => {
			response.setHeader('X-Request-Id', `id ${echo.replace(/[^ -~]/g, '')}`);
			if (way === 'refuse') cloud.refuse(response, 'FailedOperation.New', echo, 400);
			else if (way === 'code') cloud.refuse(response, `OSM.9 ${echo}`, echo);
			else if (way === 'succeed') cloud.succeed(response, { Echo: echo, List: [{ Echo: echo, [echo]: 1 }], number: Number(code) });
			else response.writeHead(502, { 'Content-Type': 'text/html' }).end(`<html>${echo}</html>`);
		});
		const result = await runNode({
			node: cloud.node,
			parameters: run.parameters as INode['parameters'],
			items: [input],
			credentials: [cloud.credential(server.url)],
			settings: run.settings,
		});
		await server.close();
		expect(result.error !== undefined || result.outputs.flat().length === 1).toBe(true);
		results.push(everything(result));
	}
	expect(results.length).toBeGreaterThan(0);
	return results.join('\n');
}

const named = clouds.flatMap((cloud) =>
	cloud.vendor.operations
		.filter(({ effect, listing }) => effect !== 'read' && listing === undefined)
		.map((operation) => ({ name: `${cloud.vendor.displayName}, ${operation.resource.name}, ${operation.name}`, cloud, operation })),
);

const keys = ['AKIDsecretid', 'secretkey', 'LTAIaccesskeyid', 'accesskeysecret', 'HWaccesskey', 'huaweisecretkey'];

describe.each(named)('$name', ({ cloud, operation }) => {
	const secret = operation.fields.find((field) => field.secret === true && field.wire !== 'Password' && field.wire !== 'ConfirmPassword');
	const sample = sampleParameters(operation);

	it.each(onErrors)('lets no key and no received code out in any mode, with On Error set to %s', async (onError) => {
		const own = keys.filter((key) => Object.values(cloud.credential('').values).includes(key));
		const planted = [...own.flatMap(writings), ...(secret === undefined ? [] : digitWritings(code))];
		for (const branchOn of modes) {
			const said = await against(cloud, planted, {
				parameters: {
					...sample,
					...(secret === undefined ? {} : { [parameterName(secret.wire)]: '={{ $json.plain }}' }),
					branchOn,
					routes: { values: [{ name: 'New', codes: [], typedCodes: 'FailedOperation.New' }] },
					options: { includeInput: secret !== undefined },
				},
				settings: { onError },
			});
			for (const trace of [...own.flatMap(traces), ...(secret === undefined ? [] : traces(code))]) {
				expect([branchOn, trace, said.includes(trace)]).toEqual([branchOn, trace, false]);
			}
		}
	});

	const contact = operation.fields.find((field) => field.contact === true && field.wire !== 'Mail');

	it.each(onErrors)('lets no contact out in any mode under Mask Contact, with On Error set to %s', async (onError) => {
		if (contact === undefined) throw new Error('The operation has no contact');
		for (const branchOn of modes) {
			const said = await against(cloud, contactWritings(phone), {
				parameters: {
					...sample,
					[parameterName(contact.wire)]: '={{ $json.phone }}',
					branchOn,
					routes: { values: [{ name: 'New', codes: [], typedCodes: 'FailedOperation.New' }] },
					options: { includeInput: true, maskContact: true },
				},
				settings: { onError },
			});
			for (const trace of traces(phone)) expect([branchOn, trace, said.includes(trace)]).toEqual([branchOn, trace, false]);
		}
	});
});

describe('a switch that cannot be read', () => {
	const [cloud] = clouds;
	const operation = cloud.vendor.operations.find(({ effect }) => effect === 'message');
	if (operation === undefined) throw new Error('Nothing sends');
	const contact = operation.fields.find((field) => field.contact === true);

	it.each([
		['the text true', 'true'],
		['something else', 'perhaps'],
		['an expression that fails', '={{ $("Nowhere").item.json.x }}'],
	])('protects: Mask Contact as %s', async (_what, maskContact) => {
		const said = await against(cloud, contactWritings(phone), {
			parameters: {
				...sampleParameters(operation),
				[parameterName(contact?.wire ?? '')]: phone,
				options: { maskContact, includeInput: true },
			},
			settings: {},
		});
		expect(said).not.toContain(phone);
	});

	it('protects: Include Input shows nothing where a code could not be read', async () => {
		const check = cloud.vendor.operations.find(({ fields, effect }) => effect === 'write' && fields.some(({ secret }) => secret === true));
		if (check === undefined) throw new Error('Nothing checks');
		const secret = check.fields.find((field) => field.secret === true);
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { ...sampleParameters(check), [parameterName(secret?.wire ?? '')]: '={{ $("Nowhere").item.json.x + $json.plain }}', options: { includeInput: true } },
			items: [{ plain: code }],
			credentials: [cloud.credential('http://127.0.0.1:1')],
		});
		expect(outputs.flat()).toHaveLength(1);
		expect(JSON.stringify(outputs)).not.toContain(code);
	});
});

describe('what is no secret', () => {
	it('stays as it is: settings of the credential, dates, and numbers that only look like a short code', async () => {
		const [cloud] = clouds;
		const check = cloud.vendor.operations.find(({ resource, value: operation }) => resource.value === 'driveAdministrator' && operation === 'verify');
		if (check === undefined) throw new Error('Nothing checks');
		const server = await serve((_seen, response) => {
			cloud.refuse(response, 'FailedOperation', 'The international site is not the mainland site');
		});
		const when = new Date('2026-01-02T03:04:05Z');
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { ...sampleParameters(check), code: '={{ $json.otp }}', options: { includeInput: true } },
			items: [{ otp: 2261, amount: 2261, when: when as unknown as string, list: [1, 2] }],
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		const item = outputs[4]?.[0]?.json;
		expect(item?.['failure']).toMatchObject({ message: 'The international site is not the mainland site' });
		expect(JSON.parse(JSON.stringify(item?.['input']))).toEqual({ otp: '***', amount: 2261, when: when.toISOString(), list: [1, 2] });
	});
});

describe('a long message', () => {
	it('is cleaned before it is cut, so that no part of a secret is left at its end', async () => {
		const [cloud] = clouds;
		const operation = cloud.vendor.operations.find(({ effect }) => effect === 'message');
		if (operation === undefined) throw new Error('Nothing sends');
		for (let before = 485; before <= 500; before += 1) {
			const server = await serve((_seen, response) => {
				json(response, { Response: { Error: { Code: 'FailedOperation', Message: `${'- '.repeat(before / 2)}AKIDsecretid` }, RequestId: 'r' } });
			});
			const { outputs } = await runNode({ node: cloud.node, parameters: sampleParameters(operation), credentials: [cloud.credential(server.url)] });
			await server.close();
			expect(JSON.stringify(outputs)).not.toContain('AKI');
		}
	});
});
