import { processRefreshTokenResponse, refreshTokenGrantRequest } from 'oauth4webapi';
import { failure, success, type Result } from '../../../../shared/lib/result.js';
import type { WallClock } from '../../ports.js';
import type { AccountStore, StoredAccount, Tokens } from '../account-store.js';
import { discover, oauthRequests, ofDirectory, type OAuthFetch } from './authorisation-server.js';
import type { MailProviders } from './mail-providers.js';
import { oauthTrouble, type OAuthTrouble } from './oauth-trouble.js';
import { isFresh, renewedTokens } from './token-answer.js';

export interface AccessTokenOptions {
  readonly accounts: AccountStore;
  readonly providers: MailProviders;
  readonly clock: WallClock;
  readonly fetch: OAuthFetch;
}

/** Access tokens of the stored account, renewed before they end, one renewal at a time. */
export class AccessTokens {
  readonly #options: AccessTokenOptions;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: AccessTokenOptions) {
    this.#options = options;
  }

  /**
   * A token that should hold for some minutes.
   *
   * @param refused a token that the mail server no longer takes, whatever its time says
   */
  async get(refused: string | null = null): Promise<Result<string, OAuthTrouble>> {
    const mine = this.#queue.then(() => this.#get(refused));
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }

  async #get(refused: string | null): Promise<Result<string, OAuthTrouble>> {
    const { accounts, clock } = this.#options;
    const stored = await accounts.read();
    const tokens = stored?.tokens ?? null;
    const refreshToken = tokens?.refreshToken ?? null;
    if (stored === null || tokens === null || refreshToken === null) return failure('mail/sign-in-again');
    if (tokens.accessToken !== refused && isFresh(tokens, clock.now())) return success(tokens.accessToken);
    const renewed = await this.#renew(stored, tokens, refreshToken);
    if (renewed.ok) await this.#replace(tokens, renewed.value);
    else if (renewed.code === 'mail/sign-in-again') {
      await this.#replace(tokens, { ...tokens, refreshToken: null, accessToken: '' });
    }
    return renewed.ok ? success(renewed.value.accessToken) : renewed;
  }

  async #renew(
    { account: { signIn }, clientSecret }: StoredAccount,
    tokens: Tokens,
    refreshToken: string,
  ): Promise<Result<Tokens, OAuthTrouble>> {
    if (signIn.with === 'password') return failure('mail/sign-in-again');
    const requests = oauthRequests(this.#options.fetch);
    try {
      const found = await discover(this.#options.providers[signIn.with], signIn, clientSecret, requests);
      const server = ofDirectory(found.server, tokens.issuer);
      if (server.issuer !== tokens.issuer) return failure('mail/sign-in-again');
      const response = await refreshTokenGrantRequest(server, found.client, found.proof, refreshToken, requests);
      const answer = await processRefreshTokenResponse(server, found.client, response);
      return success({
        ...tokens,
        ...renewedTokens(answer, this.#options.clock.now()),
        // RFC 6749 6: a new one replaces the old one; none leaves it.
        refreshToken: answer.refresh_token ?? refreshToken,
      });
    } catch (error) {
      return oauthTrouble(error);
    }
  }

  /** Unless somebody signed in anew or out while the server was asked. */
  async #replace(old: Tokens, tokens: Tokens): Promise<void> {
    await this.#options.accounts.change((stored) =>
      stored?.tokens?.refreshToken === old.refreshToken ? { ...stored, tokens } : null,
    );
  }
}
