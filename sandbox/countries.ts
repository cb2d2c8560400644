/** Some countries and regions with their dialling codes, for the lists that two of the vendors offer. */

/** ISO codes of two and three letters, and the dialling code (ITU-T E.164). */
const codes = [
	['AL', 'ALB', '355'], ['AR', 'ARG', '54'], ['AU', 'AUS', '61'], ['AT', 'AUT', '43'], ['BE', 'BEL', '32'],
	['BR', 'BRA', '55'], ['CA', 'CAN', '1'], ['CL', 'CHL', '56'], ['CN', 'CHN', '86'], ['CO', 'COL', '57'],
	['CZ', 'CZE', '420'], ['DK', 'DNK', '45'], ['EG', 'EGY', '20'], ['FI', 'FIN', '358'], ['FR', 'FRA', '33'],
	['DE', 'DEU', '49'], ['GR', 'GRC', '30'], ['HK', 'HKG', '852'], ['IS', 'ISL', '354'], ['IN', 'IND', '91'],
	['ID', 'IDN', '62'], ['IE', 'IRL', '353'], ['IL', 'ISR', '972'], ['IT', 'ITA', '39'], ['JP', 'JPN', '81'],
	['KE', 'KEN', '254'], ['KR', 'KOR', '82'], ['MO', 'MAC', '853'], ['MY', 'MYS', '60'], ['MX', 'MEX', '52'],
	['NL', 'NLD', '31'], ['NZ', 'NZL', '64'], ['NG', 'NGA', '234'], ['NO', 'NOR', '47'], ['PK', 'PAK', '92'],
	['PH', 'PHL', '63'], ['PL', 'POL', '48'], ['PT', 'PRT', '351'], ['RU', 'RUS', '7'], ['SA', 'SAU', '966'],
	['SG', 'SGP', '65'], ['ZA', 'ZAF', '27'], ['ES', 'ESP', '34'], ['SE', 'SWE', '46'], ['CH', 'CHE', '41'],
	['TW', 'TWN', '886'], ['TH', 'THA', '66'], ['TR', 'TUR', '90'], ['UA', 'UKR', '380'], ['AE', 'ARE', '971'],
	['GB', 'GBR', '44'], ['US', 'USA', '1'], ['VN', 'VNM', '84'],
] as const;

const english = new Intl.DisplayNames(['en'], { type: 'region' });
const chinese = new Intl.DisplayNames(['zh'], { type: 'region' });

/** A country or region. */
export interface Country {
	readonly iso2: string;
	readonly iso3: string;
	/** Dialling code without plus sign. */
	readonly dialling: string;
	readonly english: string;
	readonly chinese: string;
}

/** The list, by English name. */
export const countries: readonly Country[] = codes
	.map(([iso2, iso3, dialling]) => ({
		iso2,
		iso3,
		dialling,
		english: english.of(iso2) ?? iso2,
		chinese: chinese.of(iso2) ?? iso2,
	}))
	.toSorted((one, other) => one.english.localeCompare(other.english));
