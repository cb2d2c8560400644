/** Digits that a program made a decimal number of, on their way through a table or a script. */
import { clouds } from '../../support/clouds';
import { checkedValues, declared } from '../../support/declarations';

const [tencent, , huawei] = clouds;

describe('digits with a decimal point', () => {
	it.each([
		['tencentCloud', 'partnerCustomer.sendCode', { CountryCode: '62', PhoneNum: '8123456789.0' }, 'PhoneNum'],
		['tencentCloud', 'partnerCustomer.sendCode', { CountryCode: '852.0', PhoneNum: '51234567' }, 'CountryCode'],
		['tencentCloud', 'domainContact.verify', { Type: 1, Code: '18766554433', VerifyCode: '731942.0' }, 'VerifyCode'],
		['tencentCloud', 'domainContact.sendCode', { Type: 1, Code: '18766554433.0' }, 'Code'],
		['huaweiCloud', 'ticketContact.sendCode', { contact_way: 0, contact_value: '8123456789.0', area_code: '62' }, 'contact_value'],
	])('are refused, because they would be other digits: %s, %s, %j', (name, operation, given, field) => {
		const cloud = [tencent, huawei].find((one) => one?.vendor.name === name) ?? tencent;
		expect(checkedValues(declared(cloud.vendor, operation), given)).toMatchObject({ refused: field });
	});
});
