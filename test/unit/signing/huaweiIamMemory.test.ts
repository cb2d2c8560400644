import { type Identity, identityOf } from '../../../credentials/huaweiIam/identity';
import { isEnded, obtain } from '../../../credentials/huaweiIam/memory';
import type { HeldToken } from '../../../credentials/huaweiIam/tokenState';

const fields = { accountName: 'company', password: 'p4ssw0rd', scope: 'domain', projectName: '', site: 'international', endpoint: '', iamEndpoint: '', token: '' };

let people = 0;
const somebody = (): Identity => {
	people += 1;
	return identityOf({ ...fields, userName: `user${String(people)}` });
};
const held = (who: Identity, token: string, renewAt = 10_000): HeldToken => ({ kind: 'token', fingerprint: who.fingerprint, token, renewAt });
const at = (clock: number) => () => clock;
const fault = { kind: 'fault', happened: 'did not answer' } as const;

describe('a token that many ask for at once', () => {
	it('is fetched once', async () => {
		const who = somebody();
		const fetch = jest.fn(() => Promise.resolve(held(who, 'one')));
		const got = await Promise.all(Array.from({ length: 50 }, () => obtain(who, undefined, fetch, at(0))));
		expect(fetch).toHaveBeenCalledTimes(1);
		expect(new Set(got)).toEqual(new Set([held(who, 'one')]));
	});

	it('is fetched again only for who holds the newest', async () => {
		const who = somebody();
		const next = ['one', 'two', 'three'];
		const fetch = jest.fn(() => Promise.resolve(held(who, next.shift() ?? '')));
		await obtain(who, undefined, fetch, at(0));
		const useless = (token: string) => obtain(who, token, fetch, at(0));
		expect(await useless('older')).toMatchObject({ token: 'one' });
		expect(await Promise.all([useless('one'), useless('one')])).toMatchObject([{ token: 'two' }, { token: 'two' }]);
		expect(await useless('one')).toMatchObject({ token: 'two' });
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('is fetched again a moment before its time has come, since n8n signs with it a moment later', async () => {
		const who = somebody();
		const fetch = jest.fn(() => Promise.resolve(held(who, 'one')));
		await obtain(who, undefined, fetch, at(0));
		await obtain(who, undefined, fetch, at(7_999));
		expect(fetch).toHaveBeenCalledTimes(1);
		await obtain(who, undefined, fetch, at(8_000));
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('that a service takes none of is fetched ten times in a minute and no more', async () => {
		const who = somebody();
		let given = 0;
		const fetch = jest.fn(() => Promise.resolve(held(who, String((given += 1)), 1e9)));
		const refused: unknown[] = [];
		let useless: string | undefined;
		for (let item = 0; item < 50; item += 1) {
			const state = await obtain(who, useless, fetch, at(item)).catch((thrown: unknown) => { refused.push(thrown); });
			if (state?.kind === 'token') useless = state.token;
		}
		expect(fetch).toHaveBeenCalledTimes(10);
		expect(refused).toHaveLength(40);
		expect(refused[0]).toMatchObject({ passing: true, message: expect.stringContaining('gave 10 tokens within a minute') as unknown });
		expect(await obtain(who, useless, fetch, at(60_001))).toMatchObject({ token: '11' });
	});
});

describe('a fault of IAM', () => {
	it('leaves a token in force that is still good', async () => {
		const who = somebody();
		await obtain(who, undefined, () => Promise.resolve(held(who, 'one')), at(0));
		await expect(obtain(who, 'one', () => Promise.resolve(fault), at(0))).rejects.toMatchObject({ passing: true, retryAfterSeconds: 5 });
		expect(await obtain(who, undefined, () => Promise.reject(new Error('asked')), at(1))).toMatchObject({ token: 'one' });
	});

	it('holds back its own identity and no other', async () => {
		const [who, other] = [somebody(), somebody()];
		await expect(obtain(who, undefined, () => Promise.resolve(fault), at(0))).rejects.toThrow('did not answer');
		await expect(obtain(who, undefined, () => Promise.reject(new Error('asked')), at(4999))).rejects.toThrow('did not answer');
		expect(await obtain(other, undefined, () => Promise.resolve(held(other, 'one')), at(0))).toMatchObject({ token: 'one' });
	});
});

describe('whether IAM takes a token no more', () => {
	it('is asked once for all who want to know at the same time', async () => {
		const check = jest.fn(() => Promise.resolve(true));
		const who = somebody();
		expect(new Set(await Promise.all(Array.from({ length: 50 }, () => isEnded(who, 'one', check))))).toEqual(new Set([true]));
		expect(check).toHaveBeenCalledTimes(1);
	});

	it('is not asked in the pause after a fault, and taken for no', async () => {
		const check = jest.fn(() => Promise.resolve(fault));
		const who = somebody();
		expect([await isEnded(who, 'one', check), await isEnded(who, 'one', check)]).toEqual([false, false]);
		expect(check).toHaveBeenCalledTimes(1);
		await expect(obtain(who, undefined, () => Promise.reject(new Error('asked')))).rejects.toThrow('did not answer');
	});
});
