/** Lists of the sandbox, whose positions each cloud reads as its setting says: the vendors' pages leave it open. */
import { permanentKey as alibabaKey } from '../../sandbox/alibaba/keys';
import { permanentKey as huaweiKey } from '../../sandbox/huawei/keys';
import { permanentKey as tencentKey } from '../../sandbox/tencent/keys';
import { callSdk as callAlibaba } from '../support/alibabaSdk';
import { callSdk as callHuawei } from '../support/huaweiSdk';
import { ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';
import { callSdk as callTencent } from '../support/tencentSdk';
import { signed } from '../support/tencentSigned';

const own = ownSandbox();

const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`);

const tencent = async (action: string, values: object) => await callTencent(own.port(), tencentKey, 'domain', action, values);
const huawei = async (path: string, data: object) =>
	await callHuawei(own.port(), huaweiKey, { method: 'POST', path: `/v2/servicerequest/verifycodes${path}`, data });

const clouds = {
	tencentCloud: {
		untouched: 'pagesFrom0',
		prepare: async () => {
			for (const Code of addresses) {
				await tencent('SendIntlPhoneEmailCode', { Type: 2, Code });
				await tencent('CreateIntlPhoneEmail', { Type: 2, Code, VerifyCode: own.newestCode() });
			}
		},
		entries: addresses,
		page: async (Limit: number, Offset?: number) => {
			const { data } = await tencent('DescribeIntlPhoneEmailList', { Type: 2, Limit, ...(Offset === undefined ? {} : { Offset }) });
			const { PhoneEmailList, TotalCount } = data as { PhoneEmailList: ReadonlyArray<{ Code: string }>; TotalCount: number };
			return { entries: PhoneEmailList.map(({ Code }) => Code), total: TotalCount };
		},
	},
	huaweiCloud: {
		untouched: 'pagesFrom1',
		prepare: async () => {
			for (const contact_value of addresses) {
				const contact = { contact_way: 1, contact_value, area_code: '1' };
				await huawei('/send', contact);
				await huawei('', { ...contact, verify_code: own.newestCode() });
			}
		},
		entries: addresses,
		page: async (limit: number, offset?: number) => {
			const query = { limit, ...(offset === undefined ? {} : { offset }) };
			const { body } = await callHuawei(own.port(), huaweiKey, { method: 'GET', path: '/v2/servicerequest/verifycodes/has-verified', query });
			const { contact_list: list, count } = body as { contact_list: ReadonlyArray<{ contact_value: string }>; count: number };
			return { entries: list.map(({ contact_value: value }) => value), total: count };
		},
	},
	alibabaCloud: {
		untouched: 'pagesFrom0',
		prepare: async () => undefined,
		entries: ['cams-sandbox1', 'cams-sandbox2', 'cams-sandbox3', 'cams-sandbox4', 'cams-sandbox5'],
		page: async (PageSize: number, PageIndex?: number) => {
			const values = { PageSize: String(PageSize), ...(PageIndex === undefined ? {} : { PageIndex: String(PageIndex) }) };
			const { body } = await callAlibaba(own.port(), alibabaKey, { action: 'ListInstance', values });
			const { Data, TotalCount } = body as { Data: ReadonlyArray<{ InstanceId: string }>; TotalCount: number };
			return { entries: Data.map(({ InstanceId }) => InstanceId), total: TotalCount };
		},
	},
};

const positions = { rowsFrom0: [0, 2, 4], rowsFrom1: [1, 3, 5], pagesFrom0: [0, 1, 2], pagesFrom1: [1, 2, 3] };
const readings = Object.entries(positions);

describe.each(Object.entries(clouds))('%s', (vendor, { prepare, entries, page, untouched }) => {
	const walk = async (places: readonly number[]) => {
		const pages = [];
		for (const place of places) pages.push((await page(2, place)).entries);
		return pages.flat();
	};

	it.each(readings)('gives the whole list to a caller who reads a position as %s, where that is the setting', async (reading, places) => {
		await prepare();
		own.get().set(vendor, 'positionReading', reading);
		expect(await walk(places)).toEqual(entries);
		expect((await page(2, places[0])).total).toBe(entries.length);
	});

	it.each(readings)('does not give it to a caller who reads a position otherwise than %s', async (reading) => {
		await prepare();
		own.get().set(vendor, 'positionReading', reading);
		for (const [other, places] of readings.filter(([name]) => name !== reading)) {
			own.wait(1.001);
			expect([other, await walk(places)]).not.toEqual([other, entries]);
		}
	});

	it('begins at the beginning where no position is given, whatever the reading', async () => {
		await prepare();
		for (const [reading] of readings) {
			own.get().set(vendor, 'positionReading', reading);
			expect((await page(2)).entries).toEqual(entries.slice(0, 2));
		}
	});

	it('has its own reading again after starting over, and none of those that do not exist', async () => {
		own.get().set(vendor, 'positionReading', 'rowsFrom1');
		own.get().reset();
		const { clouds: shown } = (await (await fetch(`${own.get().url}/sandbox/clouds`)).json()) as {
			clouds: ReadonlyArray<{ name: string; settings: ReadonlyArray<{ name: string; value: unknown }> }>;
		};
		const settings = shown.find(({ name }) => name === vendor)?.settings ?? [];
		expect(settings.find(({ name }) => name === 'positionReading')?.value).toBe(untouched);
		expect(() => { own.get().set(vendor, 'positionReading', 'backwards'); }).toThrow(/rowsFrom0, rowsFrom1, pagesFrom0, pagesFrom1/);
	});
});

it('what the vendor says clearly is no setting: pages of drives begin at 1, and the mainland\'s contacts are skipped by rows', async () => {
	for (const [reading] of readings) {
		own.get().set('tencentCloud', 'positionReading', reading);
		const { data } = await callTencent(own.port(), tencentKey, 'smh', 'DescribeOfficialInstances', { PageSize: 2, PageNumber: 2 });
		expect(data).toMatchObject({ TotalCount: 3, List: [{ InstanceId: 'f8u2full' }] });
	}
	for (const Code of addresses.slice(0, 3)) {
		await tencent('SendIntlPhoneEmailCode', { Type: 2, Code });
		await tencent('CreateIntlPhoneEmail', { Type: 2, Code, VerifyCode: own.newestCode() });
	}
	const where = { host: 'domain.tencentcloudapi.com', 'x-tc-action': 'DescribePhoneEmailList', 'x-tc-version': '2018-08-08' };
	const list = async (body: string) => (await sendBytes(own.get().url, signed(own.time(), 'content-type;host', where, body))).text;
	expect(JSON.parse(await list('{"Type":2,"Offset":1,"Limit":1}'))).toMatchObject({ Response: { PhoneEmailList: [{ Code: 'b***@example.com' }] } });
});

it.each([{ Offset: -1 }, { Limit: 0 }, { Limit: -1 }])('a page of Tencent Cloud that cannot be, %j, is refused', async (page) => {
	expect((await tencent('DescribeIntlPhoneEmailList', { Type: 1, ...page })).code).toBe('InvalidParameterValue');
});
