import { answer, declare, fixInput, flag, integer, list, readings, text } from '../../../engine/words/declare';
import { commonCodes } from '../../codes/commonCodes';
import type { TencentApi } from '../../api';
import { driveAdministrator, driveApi } from './shared';

/** DescribeOfficialInstances. */
export const listInstances = declare<TencentApi>({
	resource: driveAdministrator,
	value: 'listInstances',
	name: 'List Instances',
	action: 'List drive instances',
	about: 'List the official cloud disk instances of your account, with their super administrators if you want',
	api: driveApi('DescribeOfficialInstances'),
	page: 'https://www.tencentcloud.com/document/product/1283/74889',
	effect: 'read',
	perSecond: 20,
	fields: [
		flag(
			'SuperAdminAccount',
			'Include Super Administrator',
			'Whether to list the super administrator of each instance too',
			{ default: false },
		),
		list('InstanceIds', 'Instance IDs', 'Instances to list; all when left out', {
			most: 100,
			example: 'n0v9tdme',
		}),
		text('OrderBy', 'Order By', 'Column to sort by', { example: 'effectiveTime' }),
		text('OrderByType', 'Order Direction', 'Direction of sorting', { example: 'desc' }),
		integer('AutoRenew', 'Renewal', 'Renewal to filter by: 0 for manual, 1 for automatic, 2 for none, as in the answer'),
		flag('BindPhone', 'Mobile Number Bound', 'Whether to list instances whose super administrator has a mobile number bound'),
	],
	answer: [
		answer('List[].InstanceId', 'string', 'ID of the instance', { example: 'n0v9tdme', main: true }),
		answer('List[].Domain', 'string', 'Domain of its own, null where it has none', { main: true }),
		answer('List[].EffectiveTime', 'string', 'When it came into effect'),
		answer('List[].ExpireTime', 'string', 'When it expires, null where it does not', { main: true }),
		answer('List[].UserLimit', 'integer', 'User seats, null where they are not limited', { main: true }),
		answer('List[].StorageLimit', 'string', 'Storage in bytes, null where it is not limited'),
		answer('List[].StorageLimitGB', 'integer', 'Storage in GB, null where it is not limited', { main: true }),
		answer('List[].Isolated', 'boolean', 'Whether it is isolated because it has expired', { main: true }),
		answer('List[].AutoRenew', 'integer', 'Renewal: 0 manual, 1 automatic, 2 none'),
		answer(
			'List[].SuperAdminAccount',
			'string',
			'Super administrator, null where none is bound or none was asked for',
			{
				contact: true,
				main: true,
			},
		),
		answer('List[].Bucket', 'string', 'Storage bucket in use'),
		answer('List[].LogBucket', 'string', 'Log bucket in use'),
		answer('TotalCount', 'integer', 'How many there are in all', { example: 1 }),
	],
	listing: {
		entries: 'List',
		paging: {
			limit: 'PageSize',
			position: 'PageNumber',
			pageSize: 100,
			total: 'TotalCount',
			readings: readings('pages 1', 'pages 0'),
		},
	},
	codes: {
		InternalError: commonCodes.InternalError,
		'InvalidParameterValue.LimitExceeded': fixInput(
			'The list was asked for more entries than one answer may hold',
			"Name at most 100 instances in 'Instance IDs'",
			{ field: 'InstanceIds' },
		),
	},
});
