/**
 * Identity and Access Management (IAM): tokens for users with a password.
 *
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
import { randomBytes } from 'node:crypto';
import { isRecord, type Received, refuse } from '../cloud';
import { type Site, siteOf } from './hosts';
import { account, type HuaweiUser, passcode, projects, users } from './keys';
import { refuseCredential } from './signature';

const day = 24 * 60 * 60;

/** Wrong passwords in a quarter of an hour after which a user is locked for as long. */
const mostFailures = 3;
const lockMs = 15 * 60 * 1000;

interface Token {
	readonly site: Site;
	/** Milliseconds since 1970. */
	readonly expiresAt: number;
	served: number;
}

/** A token, which travels in a header, with what IAM tells about it. */
export class IssuedToken {
	constructor(
		readonly token: string,
		readonly body: object,
	) {}
}

/** Walks into an object; undefined where the way ends. */
const inside = (value: unknown, ...names: readonly string[]): unknown =>
	names.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), value);

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

const malformed = (): never => refuse('IAM.400', 'The request body is invalid');
const wrongLogin = (): never => refuse('IAM.401', 'The username or password is wrong.');

function bodyOf({ body }: Received): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return malformed();
	}
}

/** Six decimals, as IAM writes times. */
const stamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z');

function scopeOf(scope: unknown): object {
	if (scope === undefined) return {};
	const project = inside(scope, 'project');
	if (project !== undefined) {
		const found = projects.find(({ name, id }) => name === inside(project, 'name') || id === inside(project, 'id'));
		if (found === undefined) refuse('IAM.1109', 'The project does not exist.');
		return { project: { ...found, domain: account } };
	}
	const domain = inside(scope, 'domain');
	if (account.name !== inside(domain, 'name') && account.id !== inside(domain, 'id')) wrongLogin();
	return { domain: account };
}

/** Users, locks and tokens. */
export class Identity {
	/** How long a new token lives, in seconds. */
	lifetimeSeconds = day;
	/** How many requests a token serves before it is refused; 0 for any number. */
	requestsPerToken = 0;
	private readonly tokens = new Map<string, Token>();
	private readonly failures = new Map<string, number[]>();

	/** @param now - gives the time in milliseconds. */
	constructor(private readonly now: () => number) {}

	private recentFailures(name: string): number[] {
		return (this.failures.get(name) ?? []).filter((at) => this.now() - at < lockMs);
	}

	private userIn(password: unknown): HuaweiUser {
		const [name, given] = [inside(password, 'user', 'name'), inside(password, 'user', 'password')];
		if (typeof name !== 'string' || typeof given !== 'string') return malformed();
		if (this.recentFailures(name).length >= mostFailures) {
			refuse('IAM.0061', 'The user is locked after too many wrong passwords. Try again after 15 minutes.');
		}
		const found = users.find((user) => user.name === name && inside(password, 'user', 'domain', 'name') === account.name);
		if (found === undefined || found.kind === 'huaweiId' || found.password !== given) {
			this.failures.set(name, [...this.recentFailures(name), this.now()]);
			return wrongLogin();
		}
		this.failures.delete(name);
		return found;
	}

	private checkUse(user: HuaweiUser, identity: unknown): void {
		if (user.kind === 'consoleOnly') refuse('IAM.0081', 'The user may use the console only.');
		if (user.kind !== 'mfa') return;
		const given = inside(identity, 'totp', 'user', 'passcode');
		if (given === undefined) refuse('IAM.401', 'Login protection is on: MFA authentication is required.');
		if (given !== passcode || inside(identity, 'totp', 'user', 'id') !== user.id) {
			refuse('IAM.1061', 'The TOTP passcode is wrong.');
		}
	}

	/** KeystoneCreateUserTokenByPassword. */
	issue(received: Received): IssuedToken {
		const auth = inside(bodyOf(received), 'auth');
		const identity = inside(auth, 'identity');
		const methods = inside(identity, 'methods');
		if (!isTexts(methods) || !methods.includes('password')) return malformed();
		const user = this.userIn(inside(identity, 'password'));
		this.checkUse(user, identity);
		const scope = scopeOf(inside(auth, 'scope'));
		const token = `MIISandbox${randomBytes(900).toString('base64url')}`;
		const expiresAt = this.now() + this.lifetimeSeconds * 1000;
		this.tokens.set(token, { site: siteOf(received), expiresAt, served: 0 });
		const catalog = received.query.includes('nocatalog=') ? {} : { catalog: [] };
		const told = {
			methods,
			expires_at: stamp(expiresAt),
			issued_at: stamp(this.now()),
			user: { name: user.name, id: user.id, domain: account },
			roles: [],
			...scope,
			...catalog,
		};
		return new IssuedToken(token, { token: told });
	}

	/**
	 * Checks the token of a request.
	 *
	 * @throws Refused with a code of the gateway.
	 */
	check(received: Received): void {
		const token = this.tokens.get(received.headers['x-auth-token'] ?? '');
		if (token === undefined) return refuseCredential('decrypt token fail');
		const site = siteOf(received);
		const isElsewhere = site !== token.site && site !== 'any' && token.site !== 'any';
		const isUsedUp = this.requestsPerToken > 0 && token.served >= this.requestsPerToken;
		if (isElsewhere || isUsedUp || this.now() >= token.expiresAt) refuse('APIGW.0307', 'The token must be updated.');
		token.served += 1;
	}
}
