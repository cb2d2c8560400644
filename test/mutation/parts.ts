/** What is changed, and which tests must notice. The reference in docs/ is left out of them: it follows the sources. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/prepare/folders';
import { changesOfCategories, changesOfDeclarations, changesOfRepetitions } from './dataMutants';
import { changesOfSteps, type Changes, type Mutant, mutantsOf, within } from './mutants';

/** A part of the sources with its tests. */
export interface Part {
	readonly name: string;
	readonly about: string;
	readonly mutants: readonly Mutant[];
	/** Jest's patterns for test files, those that notice most first. */
	readonly tests: readonly string[];
}

const filesBelow = (folder: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file))
		.sort();

const vendors = ['TencentCloud', 'AlibabaCloud', 'HuaweiCloud'] as const;
const shortName = (vendor: (typeof vendors)[number]): string => vendor.replace('Cloud', '').toLowerCase();

const steps = ['canonical', 'clock', 'encoding', 'tc3', 'acs3', 'sdkHmac'].map((name) => `credentials/signing/${name}.ts`);
const signing = (file: string, name: string): readonly Mutant[] => mutantsOf(`credentials/${file}.credentials.ts`, within([name], changesOfSteps));

const ofFolders = (folders: readonly string[], changes: Changes): readonly Mutant[] =>
	folders.flatMap(filesBelow).flatMap((file) => mutantsOf(file, changes));

/** All parts. */
export const parts: readonly Part[] = [
	{
		name: 'signatures',
		about: 'Every step of the three signatures, and what is sent with them: texts, orders, comparisons, steps left out',
		mutants: [
			...steps.flatMap((file) => mutantsOf(file, changesOfSteps)),
			...mutantsOf('credentials/signing/outgoing.ts', changesOfSteps),
			...signing('TencentCloudApi', 'signTencentCloud'),
			...signing('AlibabaCloudAccessKeyApi', 'signAlibabaCloud'),
			...signing('HuaweiCloudAccessKeyApi', 'signHuaweiCloud'),
		],
		tests: [
			'unit/signing/(canonical|tc3|acs3|sdkHmac)[.]',
			'unit/signing/(tencentCloud|[a-z]+AccessKey)Api',
			'contract/[a-z]+Signer',
			'contract/authenticate',
			'unit/signing/clock',
			'contract/([a-z]+OnTheWire|arrivesAsSigned)',
		],
	},
	{
		name: 'requests to sign',
		about: 'Every step from what n8n hands over to what is signed: address, body, form, keys, time',
		mutants: ['address', 'body', 'form', 'refusal', 'vendorTime'].flatMap((name) => mutantsOf(`credentials/signing/${name}.ts`, changesOfSteps)),
		tests: [
			'unit/signing/(address|body|form|refusal|vendorTime)[.]',
			'unit/signing/(?!huaweiIam)',
			'contract/(authenticate|arrivesAsSigned)',
			'contract/[a-z]+OnTheWire',
			'unit/credentials',
			'engine/(clock|repeat|token)',
		],
	},
	...vendors.flatMap((vendor): Part[] => [
		{
			name: `declarations of ${vendor}`,
			about: 'Names, types, needs and values of every field, names and types of answers, addresses and effects',
			mutants: ofFolders([`nodes/${vendor}/operations`], changesOfDeclarations),
			tests: [
				`unit/${shortName(vendor)}-(declarations|fields|vendor)`,
				'contract/declaredModels',
				'unit/(forms|contradictions)',
				'contract/(officialClients|tencentDeclarations)',
				'engine/lists',
			],
		},
		{
			name: `codes of ${vendor}`,
			about: 'The category of every code and family',
			mutants: ofFolders([`nodes/${vendor}/operations`, `nodes/${vendor}/codes`], changesOfCategories),
			tests: [`unit/${shortName(vendor)}-(declarations|codes)`, `unit/${shortName(vendor)}-`, 'engine/(codes|unlistedCodes)'],
		},
	]),
	{
		name: 'token of Huawei Cloud',
		about: 'Every step of the login that a token comes from, and of what is kept of it',
		mutants: ['askIam', 'identity', 'login', 'tokenState'].flatMap((name) => mutantsOf(`credentials/huaweiIam/${name}.ts`, changesOfSteps)),
		tests: ['unit/signing/huaweiIam', 'unit/huawei-tokenRenewal', 'contract/huaweiIam', 'engine/token'],
	},
	{
		name: 'codes of this package',
		about: 'The category of every code of this package, and whether a message may be out',
		mutants: mutantsOf('nodes/engine/words/localCodes.ts', changesOfCategories),
		tests: ['unit/(engine|input)/', 'engine/(transport|guards|outputs|deadline|token|numbers)', 'engine/(onError|repeat|lists|pace)'],
	},
	{
		name: 'repetitions',
		about: 'Every row of the table of safe repetition',
		mutants: mutantsOf('nodes/engine/call/repeat.ts', changesOfRepetitions),
		tests: ['engine/repeat', 'engine/(token|replay)'],
	},
];
