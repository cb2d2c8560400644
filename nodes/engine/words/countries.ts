/** The countries of the world with their dialling codes, from a library that is built into this file. */
import { countries } from 'countries-list';

export { countries };

/** The countries by their two-letter codes, in the order of their English names. */
export const countriesByName = () => Object.entries(countries).sort(([, one], [, other]) => one.name.localeCompare(other.name, 'en'));
