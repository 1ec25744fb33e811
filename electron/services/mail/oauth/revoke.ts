import { processRevocationResponse, revocationRequest } from 'oauth4webapi';
import type { StoredAccount } from '../account-store.js';
import { discover, oauthRequests, type OAuthFetch } from './authorisation-server.js';
import type { MailProviders } from './mail-providers.js';
import { oauthTrouble } from './oauth-trouble.js';

/**
 * Tells the server that gave a refresh token that nobody will use it again (RFC 7009). Where that is not wanted (Microsoft)
 * or cannot be reached, the token is forgotten here all the same, and ends by itself there.
 */
export async function revoke(
  { account: { signIn }, clientSecret, tokens }: StoredAccount,
  providers: MailProviders,
  fetch: OAuthFetch,
): Promise<void> {
  const refreshToken = tokens?.refreshToken ?? null;
  if (signIn.with === 'password' || refreshToken === null) return;
  const requests = oauthRequests(fetch);
  try {
    const { server, client, proof } = await discover(providers[signIn.with], signIn, clientSecret, requests);
    if (server.revocation_endpoint === undefined) return;
    await processRevocationResponse(await revocationRequest(server, client, proof, refreshToken, requests));
  } catch (error) {
    oauthTrouble(error); // throws what is a fault of ours
  }
}
