/** Contacts that are mail addresses, at the pages of a real vendor's trigger. */
import { forgetAll } from '../../../nodes/engine/page/memory';
import { TencentCloudTrigger } from '../../../nodes/TencentCloud/TencentCloudTrigger.node';
import { clouds } from '../../support/clouds';
import { serve } from '../../support/parcel';
import { openSite } from '../../support/site';
import { look, press, title } from '../../support/visitor';

test('people of one mail domain are no range: each gets a code where one number range would be used up', async () => {
	forgetAll();
	const cloud = clouds.find(({ vendor }) => vendor.name === 'tencentCloud') ?? clouds[0];
	const server = await serve((_seen, response) => {
		cloud.succeed(response, {});
	});
	const parameters = { resource: 'domainContact', contactKind: 'any', countries: ['GB'], options: { perPrefix: 1 } };
	const site = await openSite({ node: new TencentCloudTrigger(), parameters, credentials: [cloud.credential(server.url)] });
	try {
		const first = await look(site.url);
		const pages = [];
		for (const contact of ['one@example.com', 'other@example.com', '07700 900123', '07700 900124']) {
			pages.push(title(await press(first, 'send', { contact, country: 'GB' })));
		}
		expect(pages).toEqual(['Enter the code', 'Enter the code', 'Enter the code', 'Confirm your contact']);
	} finally {
		await site.close();
		await server.close();
	}
});

describe('a mailbox', () => {
	async function titles(contacts: readonly string[]): Promise<{ readonly shown: string[]; readonly asked: number }> {
		forgetAll();
		const cloud = clouds.find(({ vendor }) => vendor.name === 'tencentCloud') ?? clouds[0];
		const server = await serve((_seen, response) => {
			cloud.succeed(response, {});
		});
		const parameters = { resource: 'domainContact', contactKind: 'any', countries: ['GB'], options: { perContact: 1 } };
		const site = await openSite({ node: new TencentCloudTrigger(), parameters, credentials: [cloud.credential(server.url)] });
		try {
			const first = await look(site.url);
			const shown: string[] = [];
			for (const contact of contacts) shown.push(title(await press(first, 'send', { contact, country: 'GB' })));
			return { shown, asked: server.seen.length };
		} finally {
			await site.close();
			await server.close();
		}
	}

	test('gets no more codes because something stands behind a plus sign in its address', async () => {
		expect((await titles(['one@example.com', 'one+1@example.com', 'One+2+3@Example.com'])).asked).toBe(1);
	});

	test.each(['<one@example.com>', '"one"@example.com', 'one(other)@example.com', 'a:one@example.com', 'one\\@example.com', 'one@[127.0.0.1.x'])(
		'cannot be written as %s',
		async (contact) => {
			expect(await titles([contact])).toEqual({ shown: ['Confirm your contact'], asked: 0 });
		},
	);
});

test("the address for a customer's account is masked where the contact is, also in the vendor's own words", async () => {
	forgetAll();
	const cloud = clouds.find(({ vendor }) => vendor.name === 'tencentCloud') ?? clouds[0];
	const server = await serve((_seen, response) => {
		cloud.refuse(response, 'AuthFailure.SecretIdNotFound', 'no account for customer@example.com', 200);
	});
	const parameters = { resource: 'partnerCustomer', countries: ['GB'] };
	const site = await openSite({ node: new TencentCloudTrigger(), parameters, credentials: [cloud.credential(server.url)] });
	try {
		await press(await look(site.url), 'send', { contact: '07700 900123', country: 'GB', accountEmail: 'customer@example.com' });
		expect(site.started.map(({ output }) => output)).toEqual([1]);
		expect(JSON.stringify(site.started)).not.toContain('customer@');
	} finally {
		await site.close();
		await server.close();
	}
});
