/** Reads the routes that a person draws in mode `errorCode`, and says which cannot be told apart. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { nameInListsOf } from '../judge/readCode';
import type { Vendor } from '../words/operation';
import { isRecord } from '../words/records';
import type { Route } from '../words/branches';
import { rawParameter } from './parameters';

const texts = (value: unknown): string[] =>
	(Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [])
		.filter((entry): entry is string => typeof entry === 'string')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');

function routeOf(entry: unknown): Route {
	const { name, codes, typedCodes } = isRecord(entry) ? entry : {};
	return {
		name: typeof name === 'string' ? name.trim() : '',
		codes: [...new Set([...texts(codes), ...texts(typedCodes)])],
	};
}

/** Why routes cannot be told apart; undefined where they can. */
function clashIn(routes: readonly Route[], vendor: Vendor): string | undefined {
	const nameOf = new Map<string, string>();
	for (const [index, { name, codes }] of routes.entries()) {
		if (name === '') return `Route ${String(index + 1)} under 'Routes' has no name`;
		if (codes.length === 0) return `Route '${name}' has no codes, so nothing could leave by it`;
		if (routes.findIndex((other) => other.name === name) !== index) return `Two routes are named '${name}'`;
		for (const code of codes) {
			const nameInLists = nameInListsOf(vendor, code);
			const other = nameOf.get(nameInLists);
			if (other !== undefined) return `The code ${code} stands in the routes '${other}' and '${name}'`;
			nameOf.set(nameInLists, name);
		}
	}
	return undefined;
}

/** The routes in order. They stay in order also where something is wrong, so that outputs keep their places. */
export function readRoutes(
	context: IExecuteFunctions,
	vendor: Vendor,
): { readonly routes: readonly Route[]; readonly happened?: string } {
	const raw = rawParameter(context, 'routes', 0);
	const collection = 'given' in raw && isRecord(raw.given) ? raw.given['values'] : [];
	const routes = (Array.isArray(collection) ? collection : []).map(routeOf);
	const happened = 'unresolved' in raw ? "An expression in 'Routes' could not be resolved" : clashIn(routes, vendor);
	return happened === undefined ? { routes } : { routes, happened };
}
