/**
 * What is left in the form when another operation is chosen. n8n's editor keeps a value under its name as long as the
 * new operation has a parameter of that name (NodeHelpers.getNodeParameters); it takes back none but an entry of a
 * list that the new operation does not have. So one name is one thing, and where the vendor uses one name for two
 * things, a value that stays behind makes no request.
 */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { parameterName } from '../../nodes/engine/words/names';
import type { Field, Operation } from '../../nodes/engine/words/operation';
import { type Cloud, clouds } from '../support/clouds';
import { publicName } from '../support/declarations';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

/** What the form holds after a person has filled in one operation and chosen another. */
function switched({ node: { description } }: Cloud, from: Operation, to: Operation): INodeParameters {
	const chosen = { ...sampleParameters(from), resource: to.resource.value, operation: to.value };
	const node: INode = { id: 'n', name: 'n', type: description.name, typeVersion: 1, position: [0, 0], parameters: {} };
	return NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description) ?? {};
}

/** What a value is for, as far as mixing it up would matter. */
const role = ({ contact, secret }: Field): string => `${contact === true ? 'contact' : ''}${secret === true ? 'secret' : ''}`;

interface Left {
	readonly cloud: Cloud;
	readonly from: Operation;
	readonly to: Operation;
	readonly name: string;
}

const left: readonly Left[] = clouds.flatMap((cloud) =>
	cloud.vendor.operations.flatMap((from) =>
		cloud.vendor.operations.flatMap((to) =>
			from.fields.flatMap((field) => {
				const other = to.fields.find(({ wire }) => wire === field.wire);
				const mixed = other !== undefined && field.required && other.required && role(other) !== role(field);
				return mixed ? [{ cloud, from, to, name: parameterName(field.wire) }] : [];
			}),
		),
	),
);

describe('choosing another operation', () => {
	it('keeps what belongs to both', () => {
		for (const cloud of clouds) {
			for (const from of cloud.vendor.operations) {
				for (const to of cloud.vendor.operations) {
					const parameters = switched(cloud, from, to);
					for (const { wire, required } of to.fields) {
						const name = parameterName(wire);
						const was = from.fields.find((field) => field.wire === wire);
						if (was?.required !== true || !required) continue;
						expect([publicName(to), name, parameters[name]]).toEqual([publicName(to), name, sampleParameters(from)[name]]);
					}
				}
			}
		}
	});

	it('mixes up one name alone, which the vendor itself uses for a contact and for a received code', () => {
		const pairs = left.map(({ from, to, name }) => `${name}: ${publicName(from)} to ${publicName(to)}`);
		const contacts = ['sendCode', 'verify', 'delete'].map((operation) => `domainContact.${operation}`);
		expect(pairs.sort()).toEqual(
			[
				...contacts.map((operation) => `code: ${operation} to driveAdministrator.verify`),
				...contacts.map((operation) => `code: driveAdministrator.verify to ${operation}`),
			].sort(),
		);
	});

	it.each(left.filter(({ to }) => publicName(to) === 'driveAdministrator.verify').map((one) => ({ ...one, was: publicName(one.from) })))(
		'from $was sends no contact as a code',
		async ({ cloud, from, to }) => {
			const server = await serve((_seen, response) => { cloud.succeed(response); });
			const node = (parameters: INodeParameters) => ({ node: cloud.node, parameters, items: [{}] as IDataObject[], credentials: [cloud.credential(server.url)] });
			/* What n8n itself says before it runs anything: the new operation's own number is still to be filled in. */
			const asLeft = await runNode(node(switched(cloud, from, to))).catch((refusal: unknown) => String(refusal));
			const withAddress = await runNode(node({ ...sampleParameters(to), code: 'name@example.com' }));
			await server.close();
			expect(server.seen).toEqual([]);
			expect(asLeft).toContain('Parameter "Phone Number" is required');
			expect((withAddress.outputs[1]?.[0]?.json['failure'] as IDataObject)['field']).toBe('Code');
		},
	);
});
