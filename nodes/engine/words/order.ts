/** The order in which fields are read: what decides how another field is read comes before it. */
import type { Field } from './fields';

/** Wire names of the fields that have to be known before this one is read. */
function deciders(field: Field): string[] {
	if (field.type !== 'text') return [];
	const { formatBy, reads, readsBy, sameAs } = field;
	const readings = [...(reads === undefined ? [] : [reads]), ...Object.values(readsBy?.readings ?? {})];
	const countries = readings.map((reading) => (reading.kind === 'nationalNumber' ? reading.country : undefined));
	return [formatBy?.field, readsBy?.field, sameAs, ...countries].filter((wire) => wire !== undefined);
}

/** Moves each field behind those that decide how it is read; all others stay where they are. */
export function inReadingOrder(fields: readonly Field[]): readonly Field[] {
	const byName = new Map(fields.map((field) => [field.wire, field]));
	const ordered = new Set<Field>();
	const place = (field: Field, behind: ReadonlySet<Field>): void => {
		if (ordered.has(field) || behind.has(field)) return;
		for (const wire of deciders(field)) {
			const decider = byName.get(wire);
			if (decider !== undefined) place(decider, new Set([...behind, field]));
		}
		ordered.add(field);
	};
	for (const field of fields) place(field, new Set());
	return [...ordered];
}
