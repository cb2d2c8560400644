import { answer, declare, text } from '../../../engine/words/declare';
import { type AlibabaApi, cams, camsPage } from '../../api';
import { custSpaceIdFilter, pageCodes, perSecond, whatsAppNumber } from './shared';

/** QueryChatappPhoneNumbers. All numbers come in one answer. */
export const list = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'list',
	name: 'List',
	action: 'List WhatsApp numbers',
	about: 'List the WhatsApp sender numbers of a space with their status, quality and limits',
	api: cams('QueryChatappPhoneNumbers'),
	page: camsPage('QueryChatappPhoneNumbers'),
	effect: 'read',
	perSecond,
	fields: [
		custSpaceIdFilter,
		text(
			'IsvCode',
			'ISV Code',
			'Code that proves that the independent software vendor (ISV) has authorised the account',
			{
				example: 'aksik93kdkkxmwol93mlsi',
			},
		),
		text('Status', 'Status', 'Status of the numbers to list', { example: 'VERIFIED' }),
	],
	answer: [
		answer('PhoneNumbers[].PhoneNumber', 'string', 'The number with country code', {
			contact: true,
			example: '8613800001234',
			main: true,
		}),
		answer('PhoneNumbers[].VerifiedName', 'string', 'Display name of the number', {
			example: 'Alibaba',
			main: true,
		}),
		answer(
			'PhoneNumbers[].Status',
			'string',
			'PENDING, DELETED, MIGRATED, BANNED, RESTRICTED, RATE_LIMITED, FLAGGED, CONNECTED, DISCONNECTED, UNKNOWN, UNVERIFIED; the guide also names OFFLINE and PAUSED',
			{ example: 'CONNECTED', main: true },
		),
		answer(
			'PhoneNumbers[].CodeVerificationStatus',
			'string',
			'VERIFIED, REJECTED, MORE_INFORMATION_REQUESTED or REVOKED; the guide also writes NOT_VERIFIED',
			{ example: 'VERIFIED', main: true },
		),
		answer('PhoneNumbers[].QualityRating', 'string', 'GREEN, YELLOW, RED or UNKNOWN', {
			example: 'GREEN',
			main: true,
		}),
		answer(
			'PhoneNumbers[].MessagingLimitTier',
			'string',
			'Messages a day, such as TIER_50, TIER_250, TIER_1K, TIER_10K, TIER_100K or TIER_UNLIMITED',
			{ example: 'TIER_1K', main: true },
		),
		answer('PhoneNumbers[].NameStatus', 'string', 'Review of the display name', { main: true }),
		answer('PhoneNumbers[].NewNameStatus', 'string', 'Review of a new display name'),
		answer('PhoneNumbers[].IsOfficial', 'string', 'Y for an official account, N for another', { example: 'N' }),
		answer('PhoneNumbers[].StatusCallbackUrl', 'string', 'Address that gets status reports'),
		answer('PhoneNumbers[].UpCallbackUrl', 'string', 'Address that gets incoming messages'),
		answer('PhoneNumbers[].StatusQueue', 'string', 'Queue that gets status reports'),
		answer('PhoneNumbers[].UpQueue', 'string', 'Queue that gets incoming messages'),
		answer('PhoneNumbers[].CallingConfigure', 'object', 'Settings for calls'),
	],
	listing: { entries: 'PhoneNumbers' },
	codes: pageCodes('QueryChatappPhoneNumbers'),
});
