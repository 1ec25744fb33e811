import {
  ClientSecretPost,
  clockTolerance,
  customFetch,
  discoveryRequest,
  None,
  processDiscoveryResponse,
  type AuthorizationServer,
  type Client,
  type ClientAuth,
} from 'oauth4webapi';
import { z } from 'zod';
import type { MailProvider, TokenSignIn } from './mail-providers.js';

/** What oauth4webapi asks with: never a redirect that is followed, and a body only to a token endpoint. */
export interface OAuthInit {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: URLSearchParams | undefined;
  readonly redirect?: 'manual';
  readonly signal?: AbortSignal | undefined;
}
export type OAuthFetch = (url: string, init: OAuthInit) => Promise<Response>;

/** How every request to an authorisation server is made. */
export interface OAuthRequests {
  readonly [customFetch]: OAuthFetch;
  readonly signal: () => AbortSignal;
}

/** An authorisation server as it describes itself, and this program as its client. */
export interface OAuthClient {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly proof: ClientAuth;
}

const TIMEOUT = 30_000;
/** Seconds. ID tokens come straight over TLS and answer our nonce; a laptop whose clock is wrong must still get in. */
const WRONG_CLOCK = 86_400;
/** Microsoft's word for a directory that is not known before somebody has signed in. */
const SOME_DIRECTORY = '{tenantid}';
const DIRECTORY_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const SaysItsIssuer = z.object({ issuer: z.string() });

/** Node's own fetch: the system's network, its own list of authorities. */
export const nodeFetch: OAuthFetch = async (url, { body, signal, ...rest }) =>
  await fetch(url, { ...rest, ...(body === undefined ? {} : { body }), ...(signal === undefined ? {} : { signal }) });

export function oauthRequests(fetch: OAuthFetch): OAuthRequests {
  return { [customFetch]: fetch, signal: () => AbortSignal.timeout(TIMEOUT) };
}

/**
 * Asks an authorisation server where it does what (OpenID Connect Discovery 4). Its answer must name the issuer that was
 * asked, or with Microsoft a directory of it. Throws what the network and oauth4webapi throw.
 */
export async function discover(
  provider: MailProvider,
  signIn: TokenSignIn,
  clientSecret: string,
  requests: OAuthRequests,
): Promise<OAuthClient> {
  const authority = provider.authority(signIn);
  const response = await discoveryRequest(authority, requests);
  const server = await processDiscoveryResponse(await expectedIssuer(authority, signIn, response), response);
  return {
    server,
    client: { client_id: signIn.clientId, [clockTolerance]: WRONG_CLOCK },
    proof: clientSecret === '' ? None() : ClientSecretPost(clientSecret),
  };
}

/**
 * With Microsoft's `common` the metadata name no issuer but a pattern; a token then says which directory it is from. Any
 * other server is returned as it is.
 */
export function ofDirectory(server: AuthorizationServer, issuer: string | null): AuthorizationServer {
  if (issuer === null || !server.issuer.includes(SOME_DIRECTORY)) return server;
  return new RegExp(`^${patternOf(server.issuer)}$`, 'i').test(issuer) ? { ...server, issuer } : server;
}

async function expectedIssuer(authority: URL, signIn: TokenSignIn, response: Response): Promise<URL> {
  if (signIn.with !== 'microsoft' || response.status !== 200) return authority;
  const said = SaysItsIssuer.safeParse(await response.clone().json());
  if (!said.success) return authority;
  const [, ...rest] = authority.pathname.slice(1).split('/');
  const ours = `${authority.origin}/${[SOME_DIRECTORY, ...rest].join('/')}`;
  const fits = said.data.issuer === ours || new RegExp(`^${patternOf(ours)}$`, 'i').test(said.data.issuer);
  return fits ? new URL(said.data.issuer) : authority;
}

/** The issuer's text as a pattern in which only the directory is open. */
function patternOf(issuer: string): string {
  const [before = '', after = ''] = issuer
    .split(SOME_DIRECTORY)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `${before}${DIRECTORY_ID}${after}`;
}
