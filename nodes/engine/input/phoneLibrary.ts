/** What the one library about phone numbers that is built in is used for. */
export { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
