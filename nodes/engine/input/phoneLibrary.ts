/** What the one library about phone numbers that is built in is used for. */
export {
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
} from 'libphonenumber-js/mobile';
