import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../disk/node-disk.js';
import { AccountStore, withStoredSecrets, type StoredAccount } from './account-store.js';
import { testAccount } from './testing/mail-fixture.js';

const ACCOUNT = testAccount({ host: 'mail.example.com', port: 587, authority: '', user: 'eva' });
const MICROSOFT = { ...ACCOUNT, signIn: { with: 'microsoft', clientId: 'app', tenant: '' } } as const;
const GOOGLE = { ...ACCOUNT, signIn: { with: 'google', clientId: 'app' } } as const;
const TOKENS = {
  issuer: 'https://login.example.com',
  refreshToken: 'r1',
  accessToken: 'a1',
  obtainedAt: 0,
  expiresAt: 1,
  signedInAs: 'eva@example.com',
};
const NOTHING_TYPED = { password: null, clientSecret: null };

async function emptyStore(): Promise<{ readonly folder: string; readonly store: AccountStore }> {
  const folder = await mkdtemp(join(tmpdir(), 'account-'));
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
  return { folder, store: new AccountStore({ disk: nodeDisk, folder, seal: turned, open: turned }) };
}

it('reads an account that was saved before there was another way than a password', async () => {
  const { folder, store } = await emptyStore();
  const { signIn, ...first } = ACCOUNT;
  const bytes = Buffer.from(JSON.stringify({ v: 1, account: first, password: 'secret' }));
  await writeFile(
    join(folder, 'account'),
    bytes.map((byte) => byte ^ 0xff),
  );
  expect(await store.read()).toEqual({
    account: { ...first, signIn },
    password: 'secret',
    clientSecret: '',
    tokens: null,
  });
});

it('loses neither of two changes that come at the same time', async () => {
  const { store } = await emptyStore();
  await store.change(() => ({ account: MICROSOFT, password: '', clientSecret: '', tokens: TOKENS }));
  await Promise.all([
    store.change((stored) => stored && { ...stored, tokens: { ...TOKENS, accessToken: 'a2' } }),
    store.change((stored) => stored && { ...stored, account: { ...stored.account, fromName: 'Eva' } }),
  ]);
  expect(await store.read()).toMatchObject({ account: { fromName: 'Eva' }, tokens: { accessToken: 'a2' } });
});

it('gives a secret only to what it was given for', () => {
  const password: StoredAccount = { account: ACCOUNT, password: 'secret', clientSecret: '', tokens: null };
  const tokens: StoredAccount = { account: MICROSOFT, password: '', clientSecret: '', tokens: TOKENS };
  const google: StoredAccount = { account: GOOGLE, password: '', clientSecret: 'hush', tokens: TOKENS };
  const secretsOf = (account: StoredAccount['account'], stored: StoredAccount): unknown[] => {
    const { password: word, clientSecret, tokens: given } = withStoredSecrets(account, NOTHING_TYPED, stored);
    return [word, clientSecret, given?.accessToken ?? null];
  };
  expect(secretsOf({ ...ACCOUNT, fromName: 'Other' }, password)).toEqual(['secret', '', null]);
  for (const change of [{ host: 'evil.example' }, { user: 'other' }, { authority: 'PEM' }]) {
    expect(secretsOf({ ...ACCOUNT, ...change }, password)).toEqual(['', '', null]);
  }
  expect(secretsOf(MICROSOFT, tokens)).toEqual(['', '', 'a1']);
  expect(secretsOf({ ...MICROSOFT, signIn: { ...MICROSOFT.signIn, tenant: 'evil' } }, tokens)).toEqual(['', '', null]);
  expect(secretsOf(GOOGLE, tokens)).toEqual(['', '', null]);
  expect(secretsOf(ACCOUNT, tokens)).toEqual(['', '', null]);
  expect(secretsOf(GOOGLE, google)).toEqual(['', 'hush', 'a1']);
  expect(secretsOf({ ...GOOGLE, signIn: { with: 'google', clientId: 'other' } }, google)).toEqual(['', '', null]);
  expect(secretsOf(MICROSOFT, password)).toEqual(['', '', null]);
});
