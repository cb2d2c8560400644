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
