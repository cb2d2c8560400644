/** What the vendors say about codes, in the words that the engine reads: any other word would go unread. */
import { alibabaCloud } from '../../../nodes/AlibabaCloud/vendor';
import { localCodes } from '../../../nodes/engine/words/localCodes';
import type { ErrorCode, ErrorFamily, ErrorMeaning, ErrorVariant, Vendor } from '../../../nodes/engine/words/operation';
import { huaweiCloud } from '../../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../../nodes/TencentCloud/vendor';
import { jsonAnswer, judged } from '../../support/declarations';

/** Names of a type, none forgotten and none made up. */
const namesOf = <T>(names: Record<keyof Required<T>, true>): string[] => Object.keys(names);

const ofMeanings = namesOf<ErrorMeaning>({
	category: true,
	happened: true,
	todo: true,
	maybeSent: true,
	retryAfterSeconds: true,
	field: true,
	cause: true,
	clockRefused: true,
});
const circumstances = ['statuses', 'texts'];

const foreign = (declared: object, known: readonly string[]): string[] =>
	Object.keys(declared).filter((name) => !known.includes(name));

const foreignInCode = ([code, { variants = [], ...meaning }]: readonly [string, ErrorCode]): string[] =>
	[
		...foreign(meaning, ofMeanings),
		...variants.flatMap((variant: ErrorVariant) => foreign(variant, [...ofMeanings, ...circumstances])),
	].map((name) => `${code}: ${name}`);

const foreignInFamily = (family: ErrorFamily): string[] =>
	foreign(family, [...ofMeanings, ...circumstances, 'pattern']).map((name) => `${family.pattern}: ${name}`);

const vendors: readonly Vendor[] = [alibabaCloud, huaweiCloud, tencentCloud];

describe('what is declared of codes', () => {
	it.each(vendors.map((vendor) => ({ name: vendor.displayName, vendor })))('$name says in words that are read', ({ vendor }) => {
		const { commonCodes, firstFamilies = [], families, operations } = vendor;
		const codes = [commonCodes, localCodes, ...operations.map((operation) => operation.codes)].flatMap(Object.entries<ErrorCode>);
		const all = [...firstFamilies, ...families, ...operations.flatMap((operation) => operation.families ?? [])];
		expect([...codes.flatMap(foreignInCode), ...all.flatMap(foreignInFamily)]).toEqual([]);
	});
});

it.each(['minute', 'hour', 'day'])('a limit of the gateway of Huawei Cloud by the %s is not called one by the second', (unit) => {
	const [sendCode] = huaweiCloud.operations;
	const error_msg = `The throttling threshold has been reached: policy api over ratelimit,limit:10,time:1 ${unit}`;
	const outcome = sendCode && judged(huaweiCloud, sendCode, jsonAnswer({ error_code: 'APIGW.0308', error_msg }, 429));
	const limited = expect.stringMatching(`^The gateway of Huawei Cloud limits requests by the ${unit}`) as string;
	expect(outcome).toMatchObject({ failure: { explanation: limited } });
});
