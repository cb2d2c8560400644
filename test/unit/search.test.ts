/** What a person finds who types into n8n's panel of nodes, with the very search of n8n's editor. */
import alibabaCodex from '../../nodes/AlibabaCloud/AlibabaCloud.node.json';
import { AlibabaCloud } from '../../nodes/AlibabaCloud/AlibabaCloud.node';
import huaweiCodex from '../../nodes/HuaweiCloud/HuaweiCloud.node.json';
import { HuaweiCloud } from '../../nodes/HuaweiCloud/HuaweiCloud.node';
import tencentCodex from '../../nodes/TencentCloud/TencentCloud.node.json';
import { TencentCloud } from '../../nodes/TencentCloud/TencentCloud.node';

/** A node as the panel knows it. */
const listed = ({ description }: AlibabaCloud | HuaweiCloud | TencentCloud, codex: { readonly alias: readonly string[] }) => ({
	properties: { displayName: description.displayName, codex },
});

const panel = [
	listed(new AlibabaCloud(), alibabaCodex),
	listed(new HuaweiCloud(), huaweiCodex),
	listed(new TencentCloud(), tencentCodex),
];

/** n8n's editor asks in small letters, by display name and alias. */
async function found(typed: string): Promise<string[]> {
	const { sublimeSearch } = await import('@n8n/utils/search/sublime-search');
	return sublimeSearch(typed.toLowerCase(), panel)
		.map(({ item }) => item.properties.displayName)
		.sort();
}

/** The nodes of which one of the words a person reads or knows is the very text that was typed. */
const named = (typed: string): string[] =>
	panel
		.filter(({ properties }) => properties.codex.alias.some((alias) => alias.toLowerCase() === typed.toLowerCase()))
		.map(({ properties }) => properties.displayName);

const all = ['Alibaba Cloud', 'Huawei Cloud', 'Tencent Cloud'];

describe("n8n's panel of nodes", () => {
	it.each([
		'verification code',
		'verification codes',
		'SMS code',
		'SMS verification',
		'OTP',
		'one-time password',
		'one-time code',
		'send code',
		'send verification code',
		'send SMS',
		'SMS',
		'text message',
		'verify phone',
		'verify phone number',
		'verify mobile number',
		'phone verification',
		'phone number verification',
		'verify code',
		'check code',
		'code',
		'验证码',
		'发送验证码',
		'短信验证码',
		'短信',
		'手机验证',
	])('finds all three nodes by "%s"', async (typed) => {
		expect(await found(typed)).toEqual(all);
	});

	it.each([
		['WhatsApp', 'Alibaba Cloud'],
		['WhatsApp code', 'Alibaba Cloud'],
		['WhatsApp verification', 'Alibaba Cloud'],
		['phone call', 'Alibaba Cloud'],
		['Aliyun', 'Alibaba Cloud'],
		['阿里云', 'Alibaba Cloud'],
		['工单', 'Huawei Cloud'],
		['support ticket', 'Huawei Cloud'],
		['华为云', 'Huawei Cloud'],
		['域名', 'Tencent Cloud'],
		['domain registration', 'Tencent Cloud'],
		['reseller', 'Tencent Cloud'],
		['cloud disk', 'Tencent Cloud'],
		['QCloud', 'Tencent Cloud'],
		['腾讯云', 'Tencent Cloud'],
	])('finds by "%s" the node %s alone', async (typed, node) => {
		expect(await found(typed)).toEqual([node]);
	});

	it.each(['email code', 'email verification', 'verify email', '邮箱验证码'])(
		'finds by "%s" the nodes that send codes by email',
		async (typed) => {
			expect(await found(typed)).toEqual(['Huawei Cloud', 'Tencent Cloud']);
		},
	);

	it.each(['OTP', 'SMS code', 'verify phone', 'phone verification', 'send code', 'text message', '验证码'])(
		'knows "%s" as a whole, so that a node stands high among the hundreds of n8n',
		(typed) => {
			expect(named(typed)).toEqual(all);
		},
	);

	it('has no alias twice, and none with spaces around it', () => {
		for (const { properties } of panel) {
			const { alias } = properties.codex;
			expect(new Set(alias.map((one) => one.toLowerCase())).size).toBe(alias.length);
			expect(alias.filter((one) => one.trim() !== one || one === '')).toEqual([]);
		}
	});
});
