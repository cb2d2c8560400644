import { answer, declare } from '../../../engine/words/declare';
import type { TencentApi } from '../../api';
import { partnerApi, partnerCustomer, serviceBusy } from './shared';

/** GetTradeConfigList. */
export const getIndustries = declare<TencentApi>({
	resource: partnerCustomer,
	value: 'getIndustries',
	name: 'Get Industries',
	action: 'Get industries for partner customers',
	about: 'List the industries that a customer account can be registered with, on two levels',
	api: partnerApi('GetTradeConfigList'),
	page: 'https://www.tencentcloud.com/document/product/1085/68181',
	effect: 'read',
	perSecond: 20,
	fields: [],
	answer: [
		answer('TradeList[].Id', 'string', "ID on level one, for 'Industry'", { example: 'kghy_01' }),
		answer('TradeList[].Name', 'string', 'Name of the industry'),
		answer('TradeList[].Children', 'array', 'Industries on level two that belong to it'),
		answer('TradeList[].Children[].Id', 'string', "ID on level two, for 'Industry Subcategory'", {
			example: 'kghy_0101',
		}),
		answer('TradeList[].Children[].Name', 'string', 'Name of the industry on level two'),
		answer('TradeList[].Children[].TradeInfo', 'string', 'ID of the industry that it belongs to', {
			example: 'kghy_01',
		}),
	],
	listing: { entries: 'TradeList' },
	codes: { 'OperationDenied.ServiceBusy': serviceBusy },
});
