import { answer, declare } from '../../../engine/words/declare';
import { commonCodes } from '../../codes/commonCodes';
import type { TencentApi } from '../../api';
import { partnerApi, partnerCustomer } from './shared';

/** GetCountryCodes. */
export const getCountryCodes = declare<TencentApi>({
	resource: partnerCustomer,
	value: 'getCountryCodes',
	name: 'Get Country Codes',
	action: 'Get country codes for partner customers',
	about: 'List the countries and regions with their dialling codes',
	api: partnerApi('GetCountryCodes'),
	page: 'https://www.tencentcloud.com/document/product/1085/51416',
	effect: 'read',
	perSecond: 5,
	fields: [],
	answer: [
		answer('Data[].EnName', 'string', 'Name in English', { example: 'Albania' }),
		answer('Data[].Name', 'string', 'Name in Chinese', { example: 'Albania' }),
		answer('Data[].IOS2', 'string', "ISO 3166 code of two letters, for 'Country or Region'", {
			example: 'AL',
		}),
		answer('Data[].IOS3', 'string', 'ISO 3166 code of three letters', { example: 'ALB' }),
		answer('Data[].Code', 'string', "Dialling code, for 'Country Code'", { example: '355' }),
	],
	listing: { entries: 'Data' },
	codes: { InternalError: commonCodes.InternalError },
});
