import { answer, declare, readings, vendorFault } from '../../../engine/words/declare';
import { commonCodes } from '../../codes/commonCodes';
import type { TencentApi } from '../../api';
import { domainContact, domainService, sharedCodes, typeField } from './shared';

/** DescribeIntlPhoneEmailList; DescribePhoneEmailList on the mainland site, whose codes stand below too. */
export const list = declare<TencentApi>({
	resource: domainContact,
	value: 'list',
	name: 'List',
	action: 'List domain contacts',
	about: 'List the verified mobile numbers or email addresses of your account',
	api: {
		...domainService,
		action: 'DescribeIntlPhoneEmailList',
		mainland: { action: 'DescribePhoneEmailList' },
	},
	page: 'https://www.tencentcloud.com/document/product/242/54235',
	effect: 'read',
	perSecond: 20,
	fields: [typeField],
	answer: [
		answer(
			'PhoneEmailList[].Code',
			'string',
			'The mobile number or email address; the mainland site masks it',
			{
				contact: true,
				example: '18766554433',
			},
		),
		answer('PhoneEmailList[].Type', 'integer', '1 for a mobile number, 2 for an email address', {
			example: 1,
		}),
		answer('PhoneEmailList[].CreatedOn', 'string', 'When it was verified; the time zone is not documented', {
			example: '2021-11-10 14:42:12',
		}),
		answer('TotalCount', 'integer', 'How many there are in all', { example: 1 }),
	],
	/*
	 * The page calls Offset a page number, yet its sample starts at 0, and the mainland page counts entries.
	 * The size is that of the sample, because the greatest allowed one is not documented.
	 */
	listing: {
		entries: 'PhoneEmailList',
		paging: {
			limit: 'Limit',
			position: 'Offset',
			pageSize: 30,
			total: 'TotalCount',
			readings: readings('entries 0', 'pages 0', 'pages 1', 'entries 1'),
		},
	},
	codes: {
		...sharedCodes,
		'InternalError.DescribePhoneEmailListErr': vendorFault(
			'Tencent Cloud could not read the list',
			'Run the item again in a minute',
			{ maybeSent: false },
		),
		InternalError: commonCodes.InternalError,
		InvalidParameter: commonCodes.InvalidParameter,
	},
});
