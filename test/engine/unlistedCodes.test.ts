/** Codes that no list names, answered by a server: a received code is called wrong only where nothing else speaks. */
import { askedFor, clouds, credentialByItem } from '../support/clouds';
import { declared } from '../support/declarations';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await Promise.resolve() }));

/** Output positions of a node that branches on the category. */
const outputs = { fixInput: 1, retryLater: 2, fixAccount: 3, vendorFault: 4 } as const;

type Row = readonly [code: string, status: number, message: string, output: keyof typeof outputs];

const checks: ReadonlyArray<readonly [vendor: string, operation: string, field: string, rows: readonly Row[]]> = [
	[
		'alibabaCloud',
		'whatsAppNumber.verifyAndRegister',
		'VerifyCode',
		[
			['InternalError.X', 500, 'Internal: the verification code could not be checked.', 'vendorFault'],
			['InternalError.X', 400, 'Internal: the verification code could not be checked.', 'vendorFault'],
			['ServiceUnavailable.Api', 503, 'The verification code service is down.', 'vendorFault'],
			['Throttling.UserQps', 400, 'Too many verification code requests.', 'retryLater'],
			['NoPermission', 403, 'No permission to use the verification code API.', 'fixAccount'],
			['Forbidden.X', 400, 'verify code: forbidden', 'fixAccount'],
			['InvalidAccountStatus.NotEnoughBalance', 400, 'No balance for another verification code.', 'fixAccount'],
			['SomeCode', 429, 'verification code', 'retryLater'],
			['SomeCode', 401, 'verification code', 'fixAccount'],
			['SomeCode', 502, 'verification code', 'vendorFault'],
			['SomeCode', 404, 'verification code', 'vendorFault'],
			['SomeCode', 200, 'The verification code was entered too many times.', 'retryLater'],
			['SomeCode', 400, '验证码次数超过上限', 'retryLater'],
			['SomeCode', 400, 'The verification code is wrong.', 'fixInput'],
			['136025', 200, '验证码错误', 'fixInput'],
		],
	],
	[
		'huaweiCloud',
		'ticketContact.verify',
		'verify_code',
		[
			['OSM.01010099', 500, 'Verify code service error', 'vendorFault'],
			['OSM.01010099', 503, '验证码', 'vendorFault'],
			['OSM.01010099', 401, 'Verify code: token expired', 'fixAccount'],
			['OSM.01010099', 403, 'Verify code: no permission', 'fixAccount'],
			['OSM.01010099', 429, 'Verify code: slow down', 'retryLater'],
			['OSM.01010099', 200, '验证码发送次数达到最大值', 'retryLater'],
			['OSM.01010099', 200, 'Verify code checked too many times', 'retryLater'],
			['OSM.01010099', 400, 'Verify code: no permission', 'fixAccount'],
			['APIGW.0999', 500, 'Verify code', 'vendorFault'],
			['OSM.01010099', 200, 'Verify code is wrong', 'fixInput'],
			['OSM.01010099', 400, '验证码错误', 'fixInput'],
		],
	],
];

describe.each(checks)('%s, %s', (name, operation, field, rows) => {
	it('leaves by the output of its kind, and by Fix Input with the field of the code only where the code is meant', async () => {
		const cloud = clouds.find(({ vendor }) => vendor.name === name) ?? clouds[0];
		const server = await serve(({ path }, response) => {
			const [code = '', status, message = ''] = rows[askedFor(path)] ?? [];
			cloud.refuse(response, code, message, status);
		});
		const result = await runNode({
			node: cloud.node,
			parameters: sampleParameters(declared(cloud.vendor, operation)),
			items: rows.map(() => ({})),
			credentials: [credentialByItem(cloud, server.url)],
		});
		await server.close();
		const came = result.outputs.flatMap((items, output) =>
			items.map(({ json, pairedItem }) => ({ item: (pairedItem as { item: number }).item, output, json })),
		);
		for (const [index, [code, status, message, expected]] of rows.entries()) {
			const { output, json } = came.find(({ item }) => item === index) ?? {};
			const failure = json?.['failure'] as { code?: string; field?: string; explanation?: string } | undefined;
			expect([code, status, message, output]).toEqual([code, status, message, outputs[expected]]);
			expect(failure).toMatchObject({ code });
			expect(failure?.field).toBe(expected === 'fixInput' ? field : undefined);
			if (expected === 'fixInput') expect(failure?.explanation).toContain('It may have taken effect all the same');
		}
	});
});
