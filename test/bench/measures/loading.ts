/**
 * What n8n waits for at the start of each of its processes, and how much memory it keeps: every node and credential
 * of dist/ required in a fresh process in which n8n-workflow is loaded already. Beside it the official SDKs, which a
 * package would have to load for the same operations.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/prepare/folders';
import { installed, type Installed } from '../closure';
import { figure, type Report } from '../report';
import { median } from '../timing';

const processes = 25;

/** Something to load. */
interface Candidate {
	readonly name: string;
	/** What is required, as written in the root of the checkout. */
	readonly modules: readonly string[];
	/** True where each module holds a class of its file's name, of which n8n makes an instance. */
	readonly classes: boolean;
	readonly size: () => Installed & { readonly packed?: number };
}

/** What one process says, in ms, MB and files. */
interface Loaded {
	readonly load: number;
	readonly memory: number;
	readonly files: number;
}

const ownSize = (): Installed & { readonly packed: number } => {
	const said = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	const [pack] = JSON.parse(said) as readonly [{ readonly size: number; readonly unpackedSize: number }];
	return { packages: 1, bytes: pack.unpackedSize, packed: pack.size };
};

const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
};
const tencentSdk = 'tencentcloud-sdk-nodejs-intl-en';
const candidates: readonly Candidate[] = [
	{ name: 'This package, all nodes and credentials', modules: [...n8n.nodes, ...n8n.credentials].map((file) => `./${file}`), classes: true, size: ownSize },
	{
		name: `Tencent Cloud: \`${tencentSdk}\`, the three services`,
		modules: ['domain/v20180808', 'intlpartnersmgt/v20220928', 'smh/v20210712'].map((service) => `${tencentSdk}/tencentcloud/${service}`),
		classes: false,
		size: () => installed(tencentSdk),
	},
	{
		name: 'Alibaba Cloud: `@alicloud/cams20200606`',
		modules: ['@alicloud/cams20200606'],
		classes: false,
		size: () => installed('@alicloud/cams20200606'),
	},
	{
		name: 'Huawei Cloud: `@huaweicloud/huaweicloud-sdk-core`, which has no Service Tickets',
		modules: ['@huaweicloud/huaweicloud-sdk-core'],
		classes: false,
		size: () => installed('@huaweicloud/huaweicloud-sdk-core'),
	},
];

/** Runs in the fresh process. */
const probe = ({ modules, classes }: Candidate): string => `
	require('n8n-workflow');
	const names = ${JSON.stringify(modules)};
	gc();
	const heap = process.memoryUsage().heapUsed;
	const known = Object.keys(require.cache).length;
	const before = performance.now();
	const loaded = names.map((name) => require(name));
	if (${String(classes)}) names.forEach((name, index) => new loaded[index][require('node:path').basename(name).split('.')[0]]());
	const load = performance.now() - before;
	gc();
	const memory = (process.memoryUsage().heapUsed - heap) / 1e6;
	console.log(JSON.stringify({ load, memory, files: Object.keys(require.cache).length - known }));
`;

const loadOnce = (candidate: Candidate): Loaded =>
	JSON.parse(
		execFileSync(process.execPath, ['--expose-gc', '-e', probe(candidate)], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }),
	) as Loaded;

const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`;

/** Loads each in processes of its own, in turns. */
export async function measure(): Promise<Report> {
	const rounds = Array.from({ length: processes }, () => candidates.map(loadOnce));
	const taken = candidates.map((candidate, index) => {
		const runs = rounds.flatMap((round) => round[index] ?? []);
		return {
			name: candidate.name,
			load: median(runs.map(({ load }) => load)),
			memory: median(runs.map(({ memory }) => memory)),
			files: median(runs.map(({ files }) => files)),
			size: candidate.size(),
		};
	});
	const packed = taken.flatMap(({ size }) => size.packed ?? []).map((bytes) => `${(bytes / 1000).toFixed(0)} kB`);
	return await Promise.resolve({
		title: 'Loading',
		lead:
			`Everything required in a fresh process in which n8n-workflow is loaded already; ${String(processes)} processes for each, in turns. ` +
			'Memory is what the heap holds after a collection. On disk a package counts with all that it depends on.',
		tables: [
			{
				head: ['What is loaded', 'Milliseconds', 'Memory', 'Files read', 'Packages', 'On disk'],
				rows: taken.map(({ name, load, memory, files, size }) => [
					name,
					figure(load),
					`${figure(memory)} MB`,
					String(files),
					String(size.packages),
					megabytes(size.bytes),
				]),
			},
		],
		charts: [
			{
				file: 'loading',
				title: 'Milliseconds to load (shorter is faster)',
				kind: 'bars',
				unit: 'milliseconds',
				categories: ['This package', 'Tencent Cloud SDK', 'Alibaba Cloud SDK', 'Huawei Cloud SDK'],
				series: [{ name: 'Loading', values: taken.map(({ load }) => Number(load.toFixed(1))) }],
			},
		],
		remarks: [`What npm publishes of this package is ${packed.join('')} packed, and depends on nothing.`],
	});
}
