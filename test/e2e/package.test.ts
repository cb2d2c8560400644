import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

interface Type {
	readonly name: string;
	readonly displayName: string;
	readonly iconUrl?: { readonly light: string; readonly dark: string };
}

const listOf = async (kind: 'nodes' | 'credentials'): Promise<readonly Type[]> =>
	(await stage.session.read(`/types/${kind}.json`)) as readonly Type[];

const pictures = async ({ iconUrl }: Type): Promise<readonly string[]> =>
	await Promise.all(
		[iconUrl?.light, iconUrl?.dark].map(async (path) => {
			const response = await fetch(`${stage.n8n.url}/${path ?? 'no icon'}`);
			return response.headers.get('content-type') ?? '';
		}),
	);

test('n8n offers the node under the name that saved workflows rely on, with its two pictures', async () => {
	const node = (await listOf('nodes')).find(({ name }) => name === 'n8n-nodes-cloud-verification.tencentCloud');
	expect(node?.displayName).toBe('Tencent Cloud');
	expect(node && (await pictures(node))).toEqual(['image/svg+xml', 'image/svg+xml']);
});

test('n8n offers the node to AI agents as a tool', async () => {
	const names = (await listOf('nodes')).map(({ name }) => name);
	expect(names).toContain('n8n-nodes-cloud-verification.tencentCloudTool');
});

test('n8n offers the credential with its two pictures', async () => {
	const credential = (await listOf('credentials')).find(({ name }) => name === 'tencentCloudApi');
	expect(credential?.displayName).toBe('Tencent Cloud (QCloud) API');
	expect(credential && (await pictures(credential))).toEqual(['image/svg+xml', 'image/svg+xml']);
});
