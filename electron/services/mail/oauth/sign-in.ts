import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { isEmailAddress } from '../../../../shared/domain/email-address.js';
import { invariant } from '../../../../shared/lib/assert.js';
import { failure, success, type Failure, type Result } from '../../../../shared/lib/result.js';
import type { Language } from '../../../../shared/records/primitives.js';
import type { WallClock } from '../../ports.js';
import type { Tokens } from '../account-store.js';
import { discover, oauthRequests, ofDirectory, type OAuthClient, type OAuthFetch } from './authorisation-server.js';
import { closingPage } from './closing-page.js';
import { openLoopback, type BroughtAnswer, type Loopback } from './loopback.js';
import type { MailProvider, MailProviders, TokenSignIn } from './mail-providers.js';
import { oauthTrouble, type OAuthTrouble } from './oauth-trouble.js';
import { issuerNamedIn, renewedTokens } from './token-answer.js';

export interface SignInOptions {
  readonly providers: MailProviders;
  readonly clock: WallClock;
  readonly fetch: OAuthFetch;
  /** False where no browser could be opened. */
  readonly openInBrowser: (address: string) => Promise<boolean>;
  /** Milliseconds for everything that a person does in the browser. */
  readonly patience: number;
}

export interface SignInRequest {
  readonly signIn: TokenSignIn;
  readonly clientSecret: string;
  /** Of the last page that the browser shows. */
  readonly language: Language;
  /** The mailbox where the server does not tell whose it is; empty when that is not known either. */
  readonly mailbox: string;
  /** Whoever signs in again must be who signed in before; null where anybody may. */
  readonly expected: string | null;
}

type GivenUp = 'mail/sign-in-cancelled' | 'mail/sign-in-timed-out';
export type SignInCode = OAuthTrouble | GivenUp | 'mail/no-browser' | 'mail/sign-in-other';

/** What only this sign-in knows: an answer that does not fit it is somebody else's (RFC 6749 10.12, RFC 7636, RFC 9700). */
interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Signs in at an authorisation server in the person's own browser (RFC 8252): one at a time, a new one ends the old one. */
export class SignIn {
  readonly #options: SignInOptions;
  #giveUp: ((why: GivenUp) => void) | null = null;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  async start(request: SignInRequest): Promise<Result<Tokens, SignInCode>> {
    this.cancel();
    const secrets = {
      state: generateRandomState(),
      nonce: generateRandomNonce(),
      verifier: generateRandomCodeVerifier(),
    };
    const givenUp = new Promise<Failure<GivenUp>>((resolve) => {
      this.#giveUp = (why) => {
        resolve(failure(why));
      };
    });
    const giveUp = this.#giveUp;
    const timer = setTimeout(() => giveUp?.('mail/sign-in-timed-out'), this.#options.patience);
    try {
      return await this.#run(request, secrets, await openLoopback(secrets.state), givenUp);
    } catch (error) {
      return oauthTrouble(error);
    } finally {
      clearTimeout(timer);
      if (this.#giveUp === giveUp) this.#giveUp = null;
    }
  }

  /** Ends the one that is under way, if any. */
  cancel(): void {
    this.#giveUp?.('mail/sign-in-cancelled');
  }

  async #run(
    request: SignInRequest,
    secrets: Secrets,
    loopback: Loopback,
    givenUp: Promise<Failure<GivenUp>>,
  ): Promise<Result<Tokens, SignInCode>> {
    let brought: BroughtAnswer | null = null;
    try {
      const provider = this.#options.providers[request.signIn.with];
      const requests = oauthRequests(this.#options.fetch);
      const found = await Promise.race([discover(provider, request.signIn, request.clientSecret, requests), givenUp]);
      if ('ok' in found) return found;
      const address = await authorisationAddress(found, provider, secrets, loopback.redirectUri);
      if (new URL(address).protocol !== 'https:') return failure('mail/sign-in-refused', 'not_https');
      if (!(await this.#options.openInBrowser(address))) return failure('mail/no-browser');
      const answer = await Promise.race([loopback.answer, givenUp]);
      if ('ok' in answer) return answer;
      brought = answer;
      const result = await this.#exchange(request, found, secrets, loopback, answer).catch(oauthTrouble);
      answer.show(closingPage(request.language, result.ok ? null : result.code));
      return result;
    } finally {
      if (brought === null) loopback.close();
    }
  }

  async #exchange(
    { mailbox, expected }: SignInRequest,
    { server: described, client, proof }: OAuthClient,
    { state, nonce, verifier }: Secrets,
    { redirectUri }: Loopback,
    { parameters }: BroughtAnswer,
  ): Promise<Result<Tokens, SignInCode>> {
    const requests = oauthRequests(this.#options.fetch);
    const sender = ofDirectory(described, parameters.get('iss'));
    const checked = validateAuthResponse(sender, client, parameters, state);
    const response = await authorizationCodeGrantRequest(
      sender,
      client,
      proof,
      checked,
      redirectUri,
      verifier,
      requests,
    );
    const server = ofDirectory(sender, await issuerNamedIn(response));
    const options = { expectedNonce: nonce, requireIdToken: true };
    const answer = await processAuthorizationCodeResponse(server, client, response, options);
    const claims = getValidatedIdTokenClaims(answer);
    const signedInAs = [claims?.['email'], claims?.['preferred_username'], mailbox].find(isMailbox);
    // Without the one, everything would end within the hour; without the other, nobody could be named to the mail server.
    if (answer.refresh_token === undefined) return failure('mail/sign-in-refused', 'no_refresh_token');
    if (signedInAs === undefined) return failure('mail/sign-in-refused', 'no_email');
    if (expected !== null && expected !== signedInAs) return failure('mail/sign-in-other');
    const renewed = renewedTokens(answer, this.#options.clock.now());
    return success({ ...renewed, issuer: server.issuer, refreshToken: answer.refresh_token, signedInAs });
  }
}

async function authorisationAddress(
  { server, client }: OAuthClient,
  { scope, further }: MailProvider,
  { state, nonce, verifier }: Secrets,
  redirectUri: string,
): Promise<string> {
  invariant(server.authorization_endpoint !== undefined, 'an authorisation server says where people sign in');
  const address = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...further,
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

function isMailbox(claim: unknown): claim is string {
  return typeof claim === 'string' && isEmailAddress(claim);
}
