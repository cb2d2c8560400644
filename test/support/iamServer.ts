/** IAM and a service of Huawei Cloud on localhost, as far as tokens go: gives them, takes them, ends them. */
import { listen, type Received, type Reply, type Wire } from './wire';

/** What the server does, changed by a test as it goes. */
export interface IamServer extends Wire {
	/** Tokens that are good now. */
	readonly good: Set<string>;
	/** Answers to the next requests for a token, instead of a token. */
	readonly instead: Reply[];
	/** What answers every request for a token, instead of a token, once `instead` is used up. */
	always: Reply | undefined;
	/** What answers every check of a token, instead of IAM. */
	check: Reply | undefined;
	/** Life of the tokens given, in s. */
	life: number;
	/** Answers of the service, in order, to requests with a good token; HTTP 200 when there are none left. */
	readonly answers: Reply[];
	/** Requests for a token, checks of a token at IAM, and requests that the service carried out. */
	readonly asked: Received[];
	readonly checked: Received[];
	readonly done: Received[];
	/** Requests that the service refused for their token. */
	readonly refused: Received[];
}

/** IAM's refusal of a request for a token, in its own words. */
export const refusedByIam = (status: number, message: string, title = 'Unauthorized'): Reply => ({ status, json: { error: { code: status, message, title } } });

/** What IAM says to a wrong password. */
export const wrongPassword = refusedByIam(401, 'The username or password is wrong.');

/** Starts the server on a free port. */
export async function startIam(): Promise<IamServer> {
	let given = 0;
	const state = {
		good: new Set<string>(),
		instead: new Array<Reply>(),
		always: undefined as Reply | undefined,
		check: undefined as Reply | undefined,
		life: 86_400,
		answers: new Array<Reply>(),
		asked: new Array<Received>(),
		checked: new Array<Received>(),
		done: new Array<Received>(),
		refused: new Array<Received>(),
	};
	const give = (): Reply => {
		given += 1;
		const token = `MIItoken${String(given)}`;
		state.good.add(token);
		const now = Date.now();
		const at = (ms: number) => new Date(ms).toISOString().replace('Z', '000Z');
		return { status: 201, headers: { 'X-Subject-Token': token }, json: { token: { issued_at: at(now), expires_at: at(now + state.life * 1000) } } };
	};
	const reply = (request: Received): Reply => {
		if (request.method === 'POST' && request.target === '/v3/auth/tokens?nocatalog=true') {
			state.asked.push(request);
			return state.instead.shift() ?? state.always ?? give();
		}
		const known = state.good.has(String(request.headers['x-auth-token']));
		if (request.target === '/v3/auth/domains') {
			state.checked.push(request);
			if (state.check) return state.check;
			return known ? { json: { domains: [], links: {} } } : refusedByIam(401, 'The request you have made requires authentication.');
		}
		if (!known) {
			state.refused.push(request);
			return { status: 401, json: { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information: decrypt token fail' } };
		}
		state.done.push(request);
		return state.answers.shift() ?? { json: { error_code: '', request_id: 'r' } };
	};
	const wire = await listen(reply);
	return Object.assign(state, wire);
}
