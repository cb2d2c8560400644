/** n8n keeps a parameter's value by its name when another operation is chosen: one name has to be one thing. */
import type { INodeProperties } from 'n8n-workflow';
import { propertiesOf } from '../../nodes/engine/form/properties';
import { parameterName } from '../../nodes/engine/words/names';
import type { Vendor } from '../../nodes/engine/words/operation';
import { clouds } from '../support/clouds';
import { parcel } from '../support/parcel';

const withInner = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? withInner((property.options ?? []) as INodeProperties[]) : []),
	]);

/** Every name with more than one look, and the looks. */
function differing(properties: readonly INodeProperties[], look: (property: INodeProperties) => string): string[] {
	const looks = new Map<string, Set<string>>();
	for (const property of withInner(properties)) {
		looks.set(property.name, (looks.get(property.name) ?? new Set<string>()).add(look(property)));
	}
	return [...looks].filter(([, seen]) => seen.size > 1).map(([name, seen]) => `${name}: ${[...seen].join(', ')}`);
}

describe.each([...clouds.map(({ vendor }) => vendor), parcel].map((vendor: Vendor) => ({ name: vendor.displayName, vendor })))('$name', ({ vendor }) => {
	const properties = propertiesOf(vendor);

	it('draws parameters of one name as one type', () => {
		expect(differing(properties, ({ type }) => type)).toEqual([]);
	});

	it('offers the same modes wherever it offers a list to pick from', () => {
		expect(differing(properties, ({ modes = [] }) => modes.map(({ name }) => name).join('+'))).toEqual([]);
	});

	it('gives no two wire names one parameter', () => {
		const wires = new Map<string, string>();
		for (const { wire } of vendor.operations.flatMap(({ fields }) => fields)) {
			expect(wires.get(parameterName(wire)) ?? wire).toBe(wire);
			wires.set(parameterName(wire), wire);
		}
	});
});
