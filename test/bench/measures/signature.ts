/** What one signature costs, beside the vendor's own signer and beside the hashing that neither can do without. */
import { figure, type Report, times } from '../report';
import { schemes } from '../schemes';
import { microseconds } from '../timing';

/** Signs the request of each node's Send Code. */
export async function measure(): Promise<Report> {
	const taken = [];
	for (const { name, official, ways } of schemes()) {
		const { own, official: theirs, bare } = ways;
		taken.push({ name, official, spent: await microseconds({ own, official: theirs, bare }) });
	}
	return {
		title: 'One signature',
		lead:
			"The header Authorization for the request of each node's Send Code: by this package, by the vendor's own signer, and " +
			'the bare hashing: the hashes and HMACs that the scheme prescribes, with createHash and createHmac of Node over texts ' +
			'that are there already. In microseconds.',
		tables: [
			{
				head: ['Signature', 'This package', 'Official signer', 'Bare hashing', 'This package to bare hashing', 'Official signer to this package'],
				rows: taken.map(({ name, official, spent: { own, official: theirs, bare } }) => [
					`${name}; official: \`${official}\``,
					figure(own),
					figure(theirs),
					figure(bare),
					times(own, bare),
					times(theirs, own),
				]),
			},
		],
		charts: [
			{
				file: 'signature',
				title: 'Microseconds for one signature (shorter is faster)',
				kind: 'bars',
				unit: 'microseconds',
				categories: taken.map(({ name }) => name),
				series: [
					{ name: 'This package', values: taken.map(({ spent }) => Number(spent.own.toFixed(1))) },
					{ name: 'Official signer', values: taken.map(({ spent }) => Number(spent.official.toFixed(1))) },
					{ name: 'Bare hashing', values: taken.map(({ spent }) => Number(spent.bare.toFixed(1))) },
				],
			},
		],
		remarks: [
			'This package hashes with the one-shot `hash` of Node, which is quicker than createHash; hence it can come out below the bare hashing.',
			'A vendor takes 50 to 300 ms to answer: no signature is what a workflow waits for.',
		],
	};
}
