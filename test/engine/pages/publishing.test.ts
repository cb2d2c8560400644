/** Publishing pages: what would keep them shut, or lose what a person entered, is named to who publishes. */
import '../../support/engine';
import { HookContext } from 'n8n-core';
import type { ICredentialTestFunctions, IHookFunctions, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { VerificationPageAccessApi } from '../../../credentials/VerificationPageAccessApi.credentials';
import { triggerMethodsOf } from '../../../nodes/engine/form/lists';
import { checkAtPublishing } from '../../../nodes/engine/page/publish';
import { Credentials } from '../../support/credentials';
import { pagesCredential, ParcelTrigger, parcelWithPages } from '../../support/parcelPages';
import { workflowOf } from '../../support/site';

const type = new VerificationPageAccessApi();

async function publish(values: object | undefined, parameters: object = {}): Promise<void> {
	const credentials = [pagesCredential('http://127.0.0.1:9'), ...(values === undefined ? [] : [{ type, values: values as never }])];
	const workflow = workflowOf({
		node: new ParcelTrigger(),
		parameters: { resource: 'locker', channel: 1, countries: ['HK'], pageAccess: 'basicAuth', ...parameters } as never,
		credentials,
	});
	const node = workflow.getNode('Pages');
	if (node === null) throw new Error('The workflow has no trigger');
	const additional = { credentialsHelper: new Credentials(credentials), variables: {} } as unknown as IWorkflowExecuteAdditionalData;
	// n8n hands its context over under this interface; its class is declared with fewer members than it has.
	const context = new HookContext(workflow, node, additional, 'trigger', 'activate') as unknown as IHookFunctions;
	await checkAtPublishing(context, parcelWithPages);
}

/** What the credential's own test in n8n says. */
async function tested(data: object): Promise<unknown> {
	const test = triggerMethodsOf(parcelWithPages).credentialTest?.['pageAccess'];
	return await test?.call({} as ICredentialTestFunctions, { id: '1', name: 'x', type: type.name, data: data as never });
}

const good = { user: 'staff', password: 'long' };

test('with a user and a password they open', async () => {
	await expect(publish(good)).resolves.toBeUndefined();
	expect(await tested(good)).toEqual({ status: 'OK', message: 'The page opens with these' });
});

test.each([
	['an empty user', { user: '', password: 'x' }, "'User' of the credential for the page is empty"],
	['an empty password', { user: 'staff', password: ' ' }, "'Password' of the credential for the page is empty"],
	['a user with a colon', { user: 'a:b', password: 'x' }, 'holds a colon'],
])('%s is named, at publishing and by the test of the credential', async (_what, values, said) => {
	await expect(publish(values)).rejects.toThrow(said);
	expect(await tested(values)).toEqual({ status: 'Error', message: expect.stringContaining(said) as string });
});

test('no credential is named', async () => {
	await expect(publish(undefined)).rejects.toThrow("'Page Access' is Basic Auth, and n8n could read no credential for it");
});

test('a setting that is not in the list is named', async () => {
	await expect(publish(good, { pageAccess: 'password' })).rejects.toThrow("'Page Access' is set to something that is not in its list");
});

test('without a password none of it matters', async () => {
	await expect(publish(undefined, { pageAccess: 'none' })).resolves.toBeUndefined();
});

const rows = (count: number) => ({ values: Array.from({ length: count }, (_, index) => ({ fieldLabel: `Field ${String(index)}`, fieldType: 'text' })) });
const redirect = (redirectUrl: string) => ({ ending: 'redirect', redirectUrl });

test.each([
	['more fields than the page asks', { formFields: rows(21) }, "'Own Fields' has 21 entries"],
	['two fields of one name', { formFields: { values: [{ fieldLabel: 'A' }, { fieldLabel: 'B', fieldName: 'A' }] } }, "Two of 'Own Fields' are called A"],
	['a value in the host of a redirect', redirect('https://www.example.com{fields.x}'), "'Redirect URL' is not an address of the web"],
	['a redirect without its scheme', redirect('www.example.com'), "'Redirect URL' is not an address of the web"],
	['a logo at an address', { options: { logo: 'https://www.example.com/logo.png' } }, "'Logo' is not a picture in itself"],
	['a whole address as path', { path: 'https://n8n.example.com/form/verify' }, "'Path' is https://n8n.example.com/form/verify"],
	['a path with a colon', { path: 'verify/:id' }, "'Path' is verify/:id"],
	['a path with a blank', { path: 'my page' }, "'Path' is my page"],
	['an expression over what a visitor sends', { pageTitle: '={{ $json.query.title }}' }, "An expression in 'Title' reads what a visitor sends"],
	['the same in a field of the vendor', { channel: '={{ $json.query.channel }}' }, "An expression in 'Channel' reads"],
	['no country', { countries: [] }, "'Allowed Countries' is empty"],
	['a country that is none', { countries: ['HK', 'Narnia'] }, "'Allowed Countries' names Narnia"],
	['an origin with a path', { options: { allowedOrigins: 'https://www.example.com/form' } }, "'Allowed Origins' names https://www.example.com/form"],
])('%s is named, and what to do about it', async (_what, parameters, said) => {
	const told: unknown = await publish(undefined, { pageAccess: 'none', ...parameters }).catch((error: unknown) => error);
	if (!(told instanceof Error)) throw new Error('It was published');
	expect(told.message).toContain(said);
	// n8n shows the message alone, while a page is tried as at publishing: what to do has to stand in it.
	expect(told.message).toMatch(/[^.]\. (?:Add|Begin|Choose|Give|Keep|Leave|Take|Use|Write) .+\.$/);
});

test.each(['', 'verify', '/verify', 'Kunden/für-Sie_2.0', '验证'])('the path "%s" is fine', async (path) => {
	await expect(publish(undefined, { pageAccess: 'none', path })).resolves.toBeUndefined();
});

test('as many fields as the page asks are taken', async () => {
	await expect(publish(undefined, { pageAccess: 'none', formFields: rows(20) })).resolves.toBeUndefined();
});
