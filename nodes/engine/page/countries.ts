/** The countries whose numbers a page takes. */
import { getCountryCallingCode, isSupportedCountry } from '../input/phoneLibrary';
import { countries } from '../words/countries';
import type { Language } from '../words/languages';

const known: Readonly<Record<string, { readonly phone: readonly number[] }>> = countries;

/** The dialling code of a country, in digits; undefined for what is no country. */
export function diallingOf(country: string): string | undefined {
	if (isSupportedCountry(country)) return getCountryCallingCode(country);
	const [first] = Object.hasOwn(known, country) ? (known[country]?.phone ?? []) : [];
	return first === undefined ? undefined : String(first);
}

const namesIn = new Map<Language, Intl.DisplayNames>();

/** A country's name in a language. */
export function countryName(country: string, language: Language): string {
	const names = namesIn.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
	namesIn.set(language, names);
	return names.of(country) ?? country;
}

/** Countries with names and dialling codes, in the order of the language. */
export const namedCountries = (offered: readonly string[], language: Language) =>
	offered
		.flatMap((country) => {
			const dialling = diallingOf(country);
			return dialling === undefined ? [] : [{ country, dialling, name: countryName(country, language) }];
		})
		.sort((one, other) => one.name.localeCompare(other.name, language));
