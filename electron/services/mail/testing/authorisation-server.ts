import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { REGISTERED_REDIRECT } from '../../../../shared/domain/mail-servers.js';
import type { OAuthFetch } from '../oauth/authorisation-server.js';
import { MAIL_PROVIDERS, type MailProvider, type MailProviders } from '../oauth/mail-providers.js';
import { makeCertificate } from './test-certificates.js';
import { trustingFetch } from './trusting-fetch.js';

/** Whoever sits at the browser, unless a test says otherwise; also the mailbox. */
export const PERSON = 'fair@example.com';
export const MICROSOFT_APP = { with: 'microsoft', clientId: 'native-app', tenant: '' } as const;
export const GOOGLE_APP = { with: 'google', clientId: 'desktop-app' } as const;
export const CLIENT_SECRET = 'a-secret-of-a-desktop-app';

const DIRECTORY = '/11111111-2222-3333-4444-555555555555/v2.0';

export interface TestAuthorisationServer {
  readonly issuer: string;
  /** Both providers at this server; Microsoft's as `common`, whose metadata name a pattern instead of an issuer. */
  providers(mail: MailProvider['server']): MailProviders;
  readonly fetch: OAuthFetch;
  /** Grant types that the token endpoint answered with tokens. */
  readonly grants: readonly string[];
  /** All tokens and codes that ever left it. */
  readonly issued: readonly string[];
  /** What the person does when asked. */
  person: 'consents' | 'denies';
  /** Who signs in. */
  mailbox: string;
  /** Whether a mail server may let in whoever shows this token as this user. */
  accepts(user: string, accessToken: string): Promise<boolean>;
  /** The access token ends before its time; the consent stays. */
  endAccess(accessToken: string): Promise<void>;
  /** The consent is taken back: nothing that came from it counts any more. */
  endConsent(): Promise<void>;
  stop(): Promise<void>;
}

/** A real authorisation server (OpenID Connect, PKCE required, refresh tokens rotated) over real TLS on this machine. */
export async function startAuthorisationServer(): Promise<TestAuthorisationServer> {
  const authority = makeCertificate({ name: 'Test authority' });
  const certificate = makeCertificate({ name: 'localhost', hosts: ['localhost'], issuer: authority });
  const server = createServer({ cert: certificate.cert, key: certificate.key });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://localhost:${(server.address() as AddressInfo).port.toString()}`;
  const issuer = `${origin}${DIRECTORY}`;
  const provider = new Provider(issuer, configuration());
  const fetch = trustingFetch(authority.cert);
  const state: State = { provider, grants: [], issued: [], person: 'consents', mailbox: PERSON, consents: new Set() };
  watch(state);
  serve(server, state, issuer, fetch);
  return {
    issuer,
    providers: (mail) => ({
      microsoft: {
        ...MAIL_PROVIDERS.microsoft,
        authority: () => new URL(`${origin}/common/v2.0`),
        server: mail,
      },
      google: { ...MAIL_PROVIDERS.google, authority: () => new URL(issuer), server: mail },
    }),
    fetch,
    grants: state.grants,
    issued: state.issued,
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
    },
    get mailbox() {
      return state.mailbox;
    },
    set mailbox(mailbox) {
      state.mailbox = mailbox;
    },
    accepts: async (user, accessToken) => (await provider.AccessToken.find(accessToken))?.accountId === user,
    endAccess: async (accessToken) => {
      await (await provider.AccessToken.find(accessToken))?.destroy();
    },
    endConsent: async () => {
      for (const id of state.consents) {
        await provider.AccessToken.revokeByGrantId(id);
        await provider.RefreshToken.revokeByGrantId(id);
        await (await provider.Grant.find(id))?.destroy();
      }
      state.consents.clear();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface State {
  readonly provider: Provider;
  readonly grants: string[];
  readonly issued: string[];
  readonly consents: Set<string>;
  person: 'consents' | 'denies';
  mailbox: string;
}

function configuration(): Configuration {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const native: Omit<ClientMetadata, 'client_id'> = {
    application_type: 'native',
    redirect_uris: [REGISTERED_REDIRECT],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  };
  const scopes = Object.values(MAIL_PROVIDERS).flatMap(({ scope }) => scope.split(' '));
  return {
    clients: [
      { ...native, client_id: MICROSOFT_APP.clientId, token_endpoint_auth_method: 'none' },
      {
        ...native,
        client_id: GOOGLE_APP.clientId,
        client_secret: CLIENT_SECRET,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...key, kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'test' }] },
    scopes: [...new Set(scopes)],
    claims: { openid: ['sub'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id }) }),
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of this test'] },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, IdToken: 3600, Interaction: 600, Session: 600, Grant: 86_400 },
    renderError: (context, { error }) => {
      context.body = error;
    },
  };
}

function watch({ provider, grants, issued }: State): void {
  provider.on('grant.success', ({ oidc, body }) => {
    const type = oidc.params?.['grant_type'];
    if (typeof type === 'string') grants.push(type);
    for (const [name, value] of Object.entries(body as Record<string, unknown>))
      if (name.endsWith('_token') && typeof value === 'string') issued.push(value);
  });
}

function serve(server: Server, state: State, issuer: string, fetch: OAuthFetch): void {
  const handle = state.provider.callback();
  const common = '/common/v2.0/.well-known/openid-configuration';
  server.on('request', (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (url === common) describeEveryDirectory(issuer, fetch, response).catch(() => response.destroy());
    else if (url.startsWith('/interaction/')) void interact(state, request, response);
    else {
      const asked = url.replace('&prompt=select_account', ''); // Microsoft's own word
      request.originalUrl = asked;
      request.url = asked.startsWith(DIRECTORY) ? asked.slice(DIRECTORY.length) : asked;
      void handle(request, response);
    }
  });
}

/** As Microsoft does it: the same metadata for everybody, with a hole where the directory would be. Fails once the server was stopped. */
async function describeEveryDirectory(issuer: string, fetch: OAuthFetch, response: ServerResponse): Promise<void> {
  const described = await fetch(`${issuer}/.well-known/openid-configuration`, {});
  const metadata = (await described.json()) as object;
  const pattern = issuer.replace(/[0-9a-f-]{36}/, '{tenantid}');
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ ...metadata, issuer: pattern }));
}

async function interact(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { provider } = state;
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (state.person === 'denies') {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
  } else if (prompt.name === 'consent') {
    const grant = new provider.Grant({ accountId: state.mailbox, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    const grantId = await grant.save();
    state.consents.add(grantId);
    await provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true });
  } else {
    await provider.interactionFinished(request, response, { login: { accountId: state.mailbox } });
  }
}
