/** The triggers in n8n's editor: what a builder meets between the empty canvas and the first page. */
import { AlibabaCloudTrigger } from '../../../nodes/AlibabaCloud/AlibabaCloudTrigger.node';
import { alibabaCloud } from '../../../nodes/AlibabaCloud/vendor';
import { HuaweiCloudTrigger } from '../../../nodes/HuaweiCloud/HuaweiCloudTrigger.node';
import { huaweiCloud } from '../../../nodes/HuaweiCloud/vendor';
import { TencentCloudTrigger } from '../../../nodes/TencentCloud/TencentCloudTrigger.node';
import { tencentCloud } from '../../../nodes/TencentCloud/vendor';
import { pageLabels } from '../../../nodes/engine/words/pages';

const triggers = [
	['Tencent Cloud', new TencentCloudTrigger(), tencentCloud],
	['Alibaba Cloud', new AlibabaCloudTrigger(), alibabaCloud],
	['Huawei Cloud', new HuaweiCloudTrigger(), huaweiCloud],
] as const;

describe.each(triggers)('the trigger of %s', (_name, { description }, { journeys = [] }) => {
	const { properties, credentials = [], webhooks = [] } = description;

	test("has a line in n8n's list of nodes for each thing that a person can prove", () => {
		// n8n makes the lines of the entries of a list with this label.
		const list = properties.find(({ displayName }) => displayName === 'Trigger On');
		const lines = (list?.options ?? []).flatMap((entry) => ('value' in entry ? [[entry.value, entry.action]] : []));
		expect([list?.name, lines.map(([value]) => value)]).toEqual(['resource', journeys.map(({ resource }) => resource)]);
		for (const [, line] of lines) expect(line).toMatch(/^On (?:[a-z]|WhatsApp).* verified$/);
	});

	test('keeps the address of the page in reach while n8n waits for a visitor', () => {
		expect(description.triggerPanel).toBe(false);
	});

	test('shows one address, as the page is opened', () => {
		const shown = webhooks.filter(({ ndvHideUrl }) => ndvHideUrl !== true);
		expect(shown.map(({ httpMethod, ndvHideMethod }) => [httpMethod, ndvHideMethod])).toEqual([['GET', true]]);
	});

	test('says first how to try the page, and asks for the credentials next', () => {
		// n8n draws them above the last list that one of them depends on.
		const depended = new Set(credentials.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})));
		expect(properties.slice(0, depended.size + 1).map(({ name }) => name)).toEqual(['addressNotice', ...depended]);
	});

	test('calls each thing that an operator writes for the pages as messages do', () => {
		const labels = Object.keys(pageLabels).map((name) => [name, properties.find((property) => property.name === name)?.displayName]);
		expect(Object.fromEntries(labels)).toEqual(pageLabels);
	});

	test('says below the ending that waits for the workflow how to try it', () => {
		const notice = properties.find(({ displayOptions }) => displayOptions?.show?.['ending']?.includes('workflow'));
		expect([notice?.type, notice?.displayName]).toEqual(['notice', expect.stringContaining('Execute Workflow')]);
	});

	test('says below the countries that one has to be chosen, and why', () => {
		const countries = properties.filter(({ name }) => name === 'countries');
		expect(countries.length).toBe(journeys.length);
		for (const { hint } of countries) expect(hint).toMatch(/^At least one\..*costs money/);
	});
});
