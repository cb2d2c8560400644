/** The nodes of this package as the scenarios and the soak set them up to send: the recipient comes from an item. */
import type { Send } from './workflow';

const phone = '={{ $json.phone }}';
const area = { __rl: true, mode: 'value', value: '={{ $json.area }}' };

/** SendVerifyCode of Tencent Cloud. */
export const tencentSend: Send = {
	node: 'tencentCloud',
	operation: 'partnerCustomer.sendCode',
	credential: 'tencentCloudApi',
	api: 'SendVerifyCode',
	perSecond: 20,
	parameters: { resource: 'partnerCustomer', operation: 'sendCode', countryCode: area, phoneNum: phone },
};

/** SendVerifyCodes of Huawei Cloud, with an access key. */
export const huaweiSend: Send = {
	node: 'huaweiCloud',
	operation: 'ticketContact.sendCode',
	credential: 'huaweiCloudAccessKeyApi',
	api: 'SendVerifyCodes',
	perSecond: 200,
	parameters: {
		authentication: 'accessKey',
		resource: 'ticketContact',
		operation: 'sendCode',
		contactWay: 0,
		contactValue: phone,
		areaCode: area,
	},
};

/** The same with the token of an IAM user. */
export const huaweiTokenSend: Send = {
	...huaweiSend,
	credential: 'huaweiCloudIamApi',
	parameters: { ...huaweiSend.parameters, authentication: 'iamToken' },
};

/** GetChatappVerifyCode of Alibaba Cloud. */
export const alibabaSend: Send = {
	node: 'alibabaCloud',
	operation: 'whatsAppNumber.sendCode',
	credential: 'alibabaCloudAccessKeyApi',
	api: 'GetChatappVerifyCode',
	perSecond: 10,
	parameters: {
		resource: 'whatsAppNumber',
		operation: 'sendCode',
		phoneNumber: { __rl: true, mode: 'value', value: '={{ $json.area }}{{ $json.phone }}' },
		custSpaceId: { __rl: true, mode: 'value', value: 'cams-sandbox1' },
		method: 'sms',
		locale: 'en',
	},
};

/** The same send with other parameters beside. */
export const sendWith = (send: Send, parameters: Readonly<Record<string, unknown>>): Send => ({
	...send,
	parameters: { ...send.parameters, ...parameters },
});
