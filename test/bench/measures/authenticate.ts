/** What n8n waits for when a credential of this package signs: `authenticate`, all of it. */
import { figure, type Report, times } from '../report';
import { schemes } from '../schemes';
import { microseconds } from '../timing';

/** Signs the request as the node hands it to n8n. */
export async function measure(): Promise<Report> {
	const taken = [];
	for (const { name, ways } of schemes()) {
		const { authenticate, own, bare } = ways;
		taken.push({ name, spent: await microseconds({ authenticate, own, bare }) });
	}
	return {
		title: 'authenticate, all of it',
		lead:
			'What n8n calls before each request: read the credential and the request in whatever shape, check the host, sign, and ' +
			'hand back the very bytes that go out. Beside it the signature alone, and the bare hashing as above. In microseconds.',
		tables: [
			{
				head: ['Credential', 'authenticate', 'Signature alone', 'Bare hashing', 'authenticate to bare hashing'],
				rows: taken.map(({ name, spent }) => [
					name,
					figure(spent.authenticate),
					figure(spent.own),
					figure(spent.bare),
					times(spent.authenticate, spent.bare),
				]),
			},
		],
		charts: [
			{
				file: 'authenticate',
				title: 'Microseconds of authenticate (shorter is faster)',
				kind: 'bars',
				unit: 'microseconds',
				categories: taken.map(({ name }) => name),
				series: [
					{ name: 'authenticate', values: taken.map(({ spent }) => Number(spent.authenticate.toFixed(1))) },
					{ name: 'Signature alone', values: taken.map(({ spent }) => Number(spent.own.toFixed(1))) },
					{ name: 'Bare hashing', values: taken.map(({ spent }) => Number(spent.bare.toFixed(1))) },
				],
			},
		],
		remarks: [],
	};
}
