/** Families for codes that say nothing by their name: the words of the message tell what kind of refusal it is. */
import { family, fixAccount, fixInput, retryLater, vendorFault } from './declare';
import type { ErrorFamily } from './errorCodes';
import { beforeRepeating, correctNamed, readAndWait } from './todos';

/** HTTP statuses under which a vendor refuses values; any other tells its kind by itself. */
export const refusedValues: readonly number[] = [200, 400];

/** HTTP statuses of a fault on the vendor's side. */
export const serverFaults: readonly number[] = Array.from({ length: 100 }, (_, index) => 500 + index);

/** Words about a received code that has run out or may still be tried: no other kind of refusal uses them. */
export const wordsOfSpentCodes: readonly string[] = [
	'code expired',
	'code has expired',
	'code is expired',
	'expired code',
	'validity',
	'attempts left',
	'attempts remaining',
	'验证码已过期',
	'验证码过期',
	'验证码已失效',
	'验证码失效',
	'有效期',
	'剩余',
];

const permission = ['permission', 'not authorized', 'unauthorized', 'access denied', 'forbidden', '权限', '未授权'];
const credential = [
	'authentication failed',
	'authentication information',
	'not authenticated',
	'invalid token',
	'token is invalid',
	'token expired',
	'token has expired',
	'未认证',
	'令牌',
];
const money = ['arrears', 'overdue', 'insufficient balance', 'balance is insufficient', 'not enough balance', '欠费', '余额'];
const fault = [
	'internal error',
	'internal server error',
	'system error',
	'system busy',
	'system is busy',
	'service is busy',
	'unavailable',
	'系统繁忙',
	'系统异常',
	'系统错误',
	'服务异常',
	'内部错误',
	'内部异常',
];
const form = ['length', 'too long', 'too short', 'format', '长度', '格式'];
const limit = ['too many', 'too frequent', 'frequently', 'limit', 'exceed', 'maximum', '次数', '上限', '频繁', '最大', '超限', '超出'];

/**
 * Readings by the words of a message, in English and Chinese, in an order in which the surer ones come first: a
 * message about a value that is too long speaks of a limit as well.
 *
 * @param vendor - the vendor's own name, such as `Tencent Cloud`.
 * @param pattern - which codes are read so.
 */
export const familiesByWords = (vendor: string, pattern: string): readonly ErrorFamily[] => {
	const says = (texts: readonly string[]) => ({ statuses: refusedValues, texts });
	return [
		family(
			pattern,
			fixAccount(`${vendor} does not allow this call`, 'Read the message, then check the permissions of the user'),
			says(permission),
		),
		family(
			pattern,
			fixAccount(`${vendor} did not accept the credential`, 'Read the message, then check the credential', {
				cause: 'credential-invalid',
			}),
			says(credential),
		),
		family(
			pattern,
			fixAccount(`The account has no money left at ${vendor}`, 'Read the message, then top up the account', {
				cause: 'quota-exhausted',
			}),
			says(money),
		),
		family(pattern, vendorFault(`Something broke inside ${vendor}`, beforeRepeating), says(fault)),
		family(pattern, fixInput(`${vendor} does not accept a value`, correctNamed), says(form)),
		family(
			pattern,
			retryLater(undefined, `${vendor} takes no more of these calls for now`, readAndWait),
			says(limit),
		),
	];
};
