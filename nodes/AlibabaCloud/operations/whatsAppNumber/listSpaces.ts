import { answer, choice, declare, readings, text } from '../../../engine/words/declare';
import { type AlibabaApi, cams, camsPage } from '../../api';
import { pageCodes, perSecond, whatsAppNumber } from './shared';

const instanceIdField = text('InstanceId', 'Instance ID', 'Instance to list');

/** ListInstance. */
export const listSpaces = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'listSpaces',
	name: 'List Spaces',
	action: 'List WhatsApp spaces',
	about: 'List the spaces of the account, whose IDs the other operations want',
	api: cams('ListInstance'),
	page: camsPage('ListInstance'),
	effect: 'read',
	perSecond,
	fields: [
		choice(
			'ChannelType',
			'Channel',
			'Channel of the spaces to list',
			[
				{ value: 'whatsapp', name: 'WhatsApp' },
				{ value: 'messenger', name: 'Messenger' },
				{ value: 'instagram', name: 'Instagram' },
				{ value: 'viber', name: 'Viber' },
			],
			{ default: 'whatsapp' },
		),
		text('FilterStr', 'Filter', 'Text to filter by; its form is not documented'),
		instanceIdField,
		text('InstanceName', 'Instance Name', 'Name of the instance to list'),
		text('ResourceGroupId', 'Resource Group ID', 'Resource group of the instances to list'),
		text('SubmitTime', 'Submit Time', 'When the instance was submitted; the form is not documented'),
	],
	answer: [
		answer('Data[].CustSpaceId', 'string', 'Space ID', { example: 'cams-kei8example', main: true }),
		answer('Data[].InstanceId', 'string', 'Instance ID', { example: 'cams-kei8example', main: true }),
		answer('Data[].InstanceName', 'string', 'Name of the instance', { main: true }),
		answer('Data[].InstanceDescription', 'string', 'Description of the instance'),
		answer('Data[].ChannelType', 'string', 'Channel', { example: 'whatsapp', main: true }),
		answer('Data[].State', 'string', 'State of the instance', { main: true }),
		answer('Data[].CountryId', 'string', 'Country'),
		answer('Data[].ContactMail', 'string', 'Email address of the contact', {
			contact: true,
			example: 'name@example.com',
		}),
		answer('Data[].FacebookBmId', 'string', 'ID of the Facebook Business Manager'),
		answer('Data[].IsvTerms', 'string', 'Terms of the independent software vendor (ISV)'),
		answer('Data[].OfficeAddress', 'string', 'Address of the office'),
		answer('Data[].ResourceGroupId', 'string', 'Resource group'),
		answer('Data[].ResourceRegionId', 'string', 'Region'),
		answer('Data[].SubmitTime', 'string', 'When it was submitted', { main: true }),
		answer('TotalCount', 'integer', 'How many there are in all', { example: 1 }),
	],
	/* Neither the number of the first page nor the greatest page size is documented. */
	listing: {
		entries: 'Data',
		paging: {
			limit: 'PageSize',
			position: 'PageIndex',
			pageSize: 20,
			total: 'TotalCount',
			readings: readings('pages 1', 'pages 0'),
		},
	},
	codes: pageCodes('ListInstance', instanceIdField),
});
