/** The clients of Tencent Cloud's SDK, which comes without types. */

declare module 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/*/index.js' {
	interface Request {
		from_json_string(text: string): void;
	}
	interface SdkError {
		readonly code?: string;
		readonly message: string;
		readonly requestId?: string;
		readonly httpCode?: number;
	}
	type Callback = (refused: SdkError | null, answer: Readonly<Record<string, unknown>> | null) => void;
	interface Profile {
		readonly signMethod: string;
		readonly httpProfile: {
			readonly protocol: string;
			readonly endpoint: string;
			readonly reqMethod: string;
			readonly reqTimeout: number;
			readonly headers: Readonly<Record<string, string>>;
		};
	}
	export const Client: new (
		credential: { readonly secretId: string; readonly secretKey: string; readonly token: string | null },
		region: string,
		profile: Profile,
	) => Readonly<Record<string, (request: Request, callback: Callback) => void>>;
	export const Models: Readonly<Record<string, new () => Request>>;
}
