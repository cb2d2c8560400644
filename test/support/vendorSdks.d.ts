/** The parts of the vendors' SDKs that tests judge by and that come without types. */

declare module 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign' {
	interface SignRequest {
		readonly method: string;
		readonly url: string;
		readonly payload: unknown;
		/** UNIX seconds. */
		readonly timestamp: number;
		readonly service: string;
		readonly secretId: string;
		readonly secretKey: string;
		readonly multipart: boolean;
		readonly boundary: string;
		readonly headers: Readonly<Record<string, string>>;
	}
	const Sign: { sign3(request: SignRequest): string };
	export default Sign;
}
