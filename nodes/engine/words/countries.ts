/** The countries of the world with their dialling codes, from a library that is built into this file. */
export { countries } from 'countries-list';
