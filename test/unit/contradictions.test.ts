/** A yes of the vendor's envelope beside which something says no, or without what the yes is about. */
import { readAnswer } from '../../nodes/engine/call/answer';
import { judge } from '../../nodes/engine/judge/judge';
import { clouds } from '../support/clouds';
import { publicName } from '../support/declarations';
import { answerSample } from '../support/samples';

const [tencent, alibaba] = clouds;

/** Public names of the operations for which a body is a success. */
async function successes(cloud: (typeof clouds)[number], body: string): Promise<string[]> {
	const answer = await readAnswer(200, {}, Buffer.from(body));
	return cloud.vendor.operations.filter((operation) => judge(cloud.vendor, operation, answer).success).map(publicName);
}

const denials = [
	'"error":{"Code":"X"}',
	'"Errors":[{"Code":"X"}]',
	'"ErrorCode":"FailedOperation"',
	'"errorMessage":"no"',
	'"err_code":7',
	'"success":false',
	'"code":"FAIL"',
	'"result":false',
	'"Verified":false',
	'"Exception":"x"',
];

describe('Tencent Cloud', () => {
	it.each([...denials, '"Code":"FailedOperation","Message":"no"', '"Success":false'])('says no success with %s in its envelope', async (denial) => {
		expect(await successes(tencent, `{"Response":{"RequestId":"r",${denial}}}`)).toEqual([]);
	});

	it.each(['"code":4000,"message":"x"', '"Error":{"Code":"X"}', '"success":false', '"Data":{}'])('says no success with %s beside its envelope', async (beside) => {
		expect(await successes(tencent, `{"Response":{"RequestId":"r"},${beside}}`)).toEqual([]);
	});

	it('says no success without what the call is for: the ID of an account, the status of a verification', async () => {
		const without = await successes(tencent, '{"Response":{"RequestId":"r"}}');
		expect(without).not.toContain('partnerCustomer.createAccount');
		expect(without).not.toContain('partnerCustomer.getVerificationStatus');
		for (const uin of ['null', '{}', '7', 'false']) {
			expect(await successes(tencent, `{"Response":{"RequestId":"r","Uin":${uin}}}`)).not.toContain('partnerCustomer.createAccount');
		}
	});
});

describe('Alibaba Cloud', () => {
	it.each(denials)('says no success with %s beside Code OK', async (denial) => {
		const data = JSON.stringify(Object.assign({}, ...alibaba?.vendor.operations.map(answerSample) ?? [])).slice(1, -1);
		expect(await successes(alibaba ?? tencent, `{"Code":"OK","RequestId":"r","Success":true,${denial}${data === '' ? '' : `,${data}`}}`)).toEqual([]);
	});
});

describe('a success with what it documents', () => {
	it.each([tencent, alibaba ?? tencent].map((cloud) => ({ name: cloud.vendor.displayName, cloud })))('stays one, also with more fields: $name', async ({ cloud }) => {
		for (const operation of cloud.vendor.operations) {
			const data = { ...answerSample(operation), New: 1, Note: 'x', Message: 'OK', code: 0, Error: null, errors: [] };
			const { Error: nothing, ...rest } = data;
			const body = cloud === tencent ? { Response: { ...rest, RequestId: 'r' } } : { ...data, Error: nothing, Code: 'OK', RequestId: 'r' };
			expect(await successes(cloud, JSON.stringify(body))).toContain(publicName(operation));
		}
	});
});
