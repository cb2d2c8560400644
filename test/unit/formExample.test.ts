/** The form with a verification in its middle, page by page: what the person reads, and where each answer leads. */
import { countries } from 'countries-list';
import { simulate, simulatedCodes } from '../../nodes/engine/judge/simulate';
import { localCodes } from '../../nodes/engine/words/localCodes';
import {
	type Node,
	type Workflow,
	assigned,
	behind,
	given,
	nodeOf,
	operationOf,
	resolved,
	switched,
	vendorOf,
	workflowFiles,
} from '../support/workflowFiles';

const [, workflow] = workflowFiles.find(([file]) => file === 'form-partner-customer.json') ?? [];
if (workflow === undefined) throw new Error('There is no form with a verification in its middle.');

interface FormField {
	readonly fieldLabel: string;
	readonly fieldName: string;
	readonly placeholder?: string;
	readonly fieldOptions?: { readonly values: ReadonlyArray<{ readonly option: string }> };
}

const isPage = ({ type, parameters }: Node): boolean => type === 'n8n-nodes-base.form' && parameters['operation'] === 'page';
const isEnding = ({ parameters }: Node): boolean => parameters['operation'] === 'completion';
const triggerOf = ({ nodes }: Workflow): Node => nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger') as Node;
const fieldsOf = ({ parameters }: Node): readonly FormField[] =>
	(parameters['formFields'] as { readonly values: readonly FormField[] } | undefined)?.values ?? [];

/** What a person fills in, by the names of the fields. */
const entered = {
	country: 'United Kingdom +44 (GB)',
	phone: '07700 900123',
	contact: '07700 900123',
	kind: 'Mobile Number',
	way: 'SMS',
	mail: 'name@example.com',
	accountType: 'Personal',
	method: 'Phone Call',
};

/** What expressions know in a workflow: the item before the node, and what the person has entered. */
function known(workflow: Workflow, $json: unknown, details: object = entered) {
	const $execution = { id: '731' };
	const Recipient = assigned(workflow, 'Recipient', { $json: details, $execution });
	return { $json, $execution, $: given(workflow, { Recipient }) };
}

/** The text of a page for an item. */
const reads = (workflow: Workflow, page: string, $json: unknown, details?: object): string =>
	String(resolved((nodeOf(workflow, page).parameters['options'] as Readonly<Record<string, unknown>>)['formDescription'], known(workflow, $json, details)));

interface Failed {
	readonly operation: string;
	readonly success: false;
	readonly failure: { readonly code: string; readonly category: string; readonly field?: string; readonly explanation: string };
}

/** An item for each code that the nodes of a workflow may put out, each value that may be refused included. */
function failures({ nodes }: Workflow): readonly Failed[] {
	return nodes.flatMap((node) => {
		const [vendor, operation] = [vendorOf(node), operationOf(node)];
		if (vendor === undefined || operation === undefined) return [];
		const local = Object.keys(localCodes).flatMap((code) => [undefined, ...operation.fields].map((field) => ({ code, field: field?.wire })));
		const all = [...simulatedCodes(vendor, operation).map((code) => ({ code, field: undefined })), ...local];
		return all.flatMap(({ code, field }) => {
			const outcome = simulate(vendor, operation, code);
			if (outcome.success) return [];
			return [{ operation: operation.value, success: false as const, failure: { ...outcome.failure, ...(field === undefined ? {} : { field }) } }];
		});
	});
}

const forBuilders = /run the item|expression|unless it only|operation|credential|Timeout|node|null|undefined|\bitem\b|vendor|console|'[A-Z]/i;

const { nodes } = workflow;
const codePage = nodeOf(workflow, 'Enter Code');
const checking = 'Create Account';

test('shows the person at the form no text that is made for the builder, whatever the clouds answer', () => {
	const items = failures(workflow);
	expect(items.length).toBeGreaterThan(100);
	for (const page of ['Enter Code', 'Correct Details']) {
		for (const item of items) {
			const text = reads(workflow, page, item);
			expect({ page, code: item.failure.code, text }).toEqual({ page, code: item.failure.code, text: expect.stringMatching(/^[A-Z+\d].{15,}\.$/) });
			expect({ page, code: item.failure.code, text }).toEqual({ page, code: item.failure.code, text: expect.not.stringMatching(forBuilders) });
			expect(text).not.toContain(item.failure.explanation);
		}
	}
});

test('says what the person can do: after a wrong code, too soon, with a number that is not accepted', () => {
	const operation = operationOf(nodeOf(workflow, checking));
	const field = operation?.fields.find(({ label }) => label === 'Verification Code')?.wire;
	const wrong = { success: false, operation: operation?.value, failure: { category: 'fixInput', field } };
	expect(reads(workflow, 'Enter Code', wrong)).toContain('wrong or no longer valid');
	const soon = { success: false, operation: 'sendCode', failure: { category: 'retryLater', retryAfterSeconds: 60 } };
	expect(reads(workflow, 'Enter Code', soon)).toContain('wait 60 seconds');
	expect(reads(workflow, 'Enter Code', { ...soon, failure: { category: 'retryLater', retryAfterSeconds: 1 } })).toContain('wait 1 second,');
	const refused = { success: false, operation: 'sendCode', failure: { category: 'fixInput', field: 'PhoneNum' } };
	expect(reads(workflow, 'Correct Details', refused)).toContain('The phone number 07700 900123 was not accepted for United Kingdom +44 (GB)');
});

test('shows the number that the code goes to as it was written, with its country', () => {
	const sent = { success: true, operation: 'sendCode' };
	for (const [written, shown] of [['07700 900123', 'to 07700 900123 (United Kingdom +44)'], ['+44 7700 900123', 'to +44 7700 900123'], ['0044 7700900123', 'to 0044 7700900123']]) {
		expect(reads(workflow, 'Enter Code', sent, { ...entered, phone: written, contact: written })).toContain(shown);
	}
});

test('checks a code that was entered, whatever is ticked beside it', () => {
	const answered = ($json: object) => switched(workflow, 'What Was Answered', { ...known(workflow, $json), $runIndex: 0 });
	const submittedAt = '2026-01-01T00:00:00Z';
	const boxes = fieldsOf(codePage).find(({ fieldName }) => fieldName === 'again')?.fieldOptions?.values.map(({ option }) => option) ?? [];
	expect(boxes.length).toBeGreaterThan(0);
	for (const again of [null, undefined, [], ...boxes.map((box) => [box]), boxes]) {
		expect(answered({ submittedAt, code: '123456', again })).toBe('Code');
		expect(answered({ code: '123456', again })).toBe('Nothing');
	}
	expect(answered({ submittedAt, code: ' ', again: ['Send a new one'] })).toBe('Send Again');
	expect(answered({ submittedAt, code: '', again: ['Let me change what I entered'] })).toBe('Change Details');
	expect(answered({ submittedAt, code: '', again: boxes })).toBe('Change Details');
	expect(answered({ submittedAt, code: '', again: ['in other words'] })).toBe('Send Again');
	expect(answered({ submittedAt, code: '', again: null })).toBe('Code');
});

test('asks for the code on every page that waits for a new one to be sent', () => {
	expect(fieldsOf(codePage).map(({ fieldName }) => fieldName)).toContain('code');
	expect(behind(workflow, 'Send Code', 2)).toEqual(['Enter Code']);
	expect(behind(workflow, checking, 2)).toEqual(['Enter Code']);
	const without = nodes.filter((node) => isPage(node) && fieldsOf(node).length === 0 && node.name !== 'Correct Details');
	expect(without.map(({ name }) => name)).toEqual(['Time Is Up']);
});

test('hands on the code and the number as they were written', () => {
	const item = known(workflow, { code: '368 923', password: 'x', confirmPassword: 'x' });
	const [send, check] = ['Send Code', checking].map((name) => JSON.stringify(nodeOf(workflow, name).parameters));
	expect(`${send ?? ''}${check ?? ''}`).not.toContain('replace(');
	const parameters = nodeOf(workflow, checking).parameters;
	const code = parameters['verifyCode'] ?? parameters['code'];
	expect(resolved(code, item)).toBe('368 923');
});

test('offers every country that can be dialled, but those that Tencent Cloud refuses', () => {
	const refused = ['7', '86', '380'];
	const options = fieldsOf(triggerOf(workflow)).find(({ fieldLabel }) => fieldLabel === 'Country or Region')?.fieldOptions?.values ?? [];
	const listed = options.map(({ option }) => /^(.+) \+(\d+) \(([A-Z]{2})\)$/.exec(option) ?? [option]);
	const dialled = Object.entries(countries).flatMap(([letters, { phone }]) => phone.map((code) => [letters, String(code)] as const));
	const wanted = dialled.filter(([, code]) => !refused.includes(code));
	expect(new Set(listed.map(([, , code]) => code))).toEqual(new Set(wanted.map(([, code]) => code)));
	expect(new Set(listed.map(([, , , letters]) => letters))).toEqual(new Set(wanted.map(([letters]) => letters)));
	const wrong = listed.filter(([, , code, letters]) => !dialled.some((one) => one[0] === letters && one[1] === code));
	expect(wrong).toEqual([]);
	const names = listed.map(([, name]) => name ?? '');
	expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
});

test('asks for a number in one way: its country from the list, and the number as people write it', () => {
	const texts = fieldsOf(triggerOf(workflow)).filter(({ fieldName }) => ['phone', 'contact'].includes(fieldName));
	expect(texts.map(({ placeholder }) => placeholder)).toEqual([expect.stringMatching(/^e\.g\. 07700 900123 or (\+44 7700 900123|name@example\.com)$/)]);
});

test('asks for the same details again, filled in, when something was refused', () => {
	const page = nodeOf(workflow, 'Correct Details').parameters['jsonOutput'];
	const odd = { ...entered, phone: '$& "x" {{ 1 }}', contact: '$& "x" {{ 1 }}' };
	const json = String(resolved(page, known(workflow, {}, odd)));
	expect(json).not.toContain('$');
	const asked = JSON.parse(json) as ReadonlyArray<FormField & { readonly defaultValue: string }>;
	expect(asked).toMatchObject(fieldsOf(triggerOf(workflow)));
	expect(asked.map(({ fieldName, defaultValue }) => [fieldName, defaultValue])).toEqual(
		asked.map(({ fieldName }) => [fieldName, (odd as Readonly<Record<string, string>>)[fieldName]]),
	);
});

test('promises nothing that it does not do, and tells how to get help', () => {
	const endings = nodes.filter(isEnding).map(({ parameters }) => String(parameters['completionMessage']));
	expect(endings.filter((text) => /been told|get in touch|contact you|will (call|write|send)/i.test(text))).toEqual([]);
	expect(resolved(nodeOf(workflow, 'Could Not Finish').parameters['completionMessage'], known(workflow, {}))).toContain('the reference 731.');
});

test('has ready for the operator what happened and to whom, the contact masked', () => {
	const failure = { code: 'UnauthorizedOperation', explanation: 'This key may not do that. Grant it.' };
	const message = assigned(workflow, 'Message to Operator', known(workflow, { failure, requestId: 'r-1' }));
	expect(message).toMatchObject({ subject: '+44****0123 needs help: UnauthorizedOperation', requestId: 'r-1', reference: '731', contact: '+44****0123' });
	for (const part of ['+44****0123', 'creating the account', 'UnauthorizedOperation', failure.explanation, 'r-1', '731']) expect(message['text']).toContain(part);
	expect(JSON.stringify(message)).not.toContain('900123');
	const silent = assigned(workflow, 'Message to Operator', known(workflow, {}));
	expect(silent['text']).toContain('The step before gave no answer');
	for (const text of Object.values({ ...message, ...silent })) expect(text).not.toMatch(/undefined|null|\[object/);
});

test('shows its success page only behind a look at success', () => {
	const check = nodes.find(({ name }) => name.startsWith('Did '))?.name ?? '';
	expect(JSON.stringify(nodeOf(workflow, check).parameters)).toContain('$json.success === true');
	const [done = ''] = behind(workflow, check, 0);
	expect(nodeOf(workflow, done).type).toBe('n8n-nodes-base.form');
	expect(behind(workflow, check, 1)).toEqual(['Message to Operator']);
	const leads = (to: string) =>
		Object.entries(workflow.connections).filter(([, { main = [] }]) => main.flat().some((wire) => wire?.node === to)).map(([name]) => name);
	expect(leads(done)).toEqual([check]);
	for (const next of behind(workflow, done, 0)) expect(leads(next)).toEqual([done]);
});

test('the account ID stands on a page that can be read again, and both pages say to write it down', () => {
	const created = given(workflow, { 'Did Tencent Cloud Create It?': { data: { Uin: '200000000001' } } });
	const account = nodeOf(workflow, 'Account Created');
	expect(isPage(account)).toBe(true);
	const texts = [
		(account.parameters['options'] as Readonly<Record<string, unknown>>)['formDescription'],
		nodeOf(workflow, 'All Done').parameters['completionMessage'],
	].map((text) => String(resolved(text, { $: created })));
	for (const text of texts) expect(text).toMatch(/Account ID: 200000000001[\s\S]*write/);
});

test('goes on with the form when the account is there, and takes the address of the account where none is entered', () => {
	expect(behind(workflow, 'Account Created', 0)).toEqual(['What to Do Then']);
	expect(behind(workflow, 'What to Do Then', 0)).toEqual(['All Done']);
	const $ = given(workflow, {
		'Did Tencent Cloud Create It?': { data: { Uin: '200000000001' } },
		Recipient: assigned(workflow, 'Recipient', { $json: entered }),
	});
	const then = ($json: object) => assigned(workflow, 'What to Do Then', { $json, $ });
	expect(then({ invoices: 'invoices@example.com' })).toEqual({ accountId: '200000000001', contact: '+44 07700 900123', email: 'name@example.com', invoices: 'invoices@example.com' });
	for (const nothing of [{}, { invoices: '' }, { success: true, data: {} }]) expect(then(nothing)).toMatchObject({ invoices: 'name@example.com' });
});
