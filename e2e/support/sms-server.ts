import type { ProviderServer } from '../../electron/services/sms/testing/provider-servers.js';
import { CREDENTIALS, startElks } from '../../electron/services/sms/testing/provider-servers.js';
import type { SmsRequest } from './accounts-page.js';

export type SmsServer = ProviderServer;

/** 46elks as it documents itself, on this machine; Fairdesk reaches it as a gateway of one HTTP request. */
export async function startSmsServer(): Promise<{ readonly server: SmsServer; readonly account: SmsRequest }> {
  const server = await startElks();
  const account = {
    sender: 'Norrvik',
    url: `${server.origin}/a1/sms`,
    body: 'from={from}&to={to}&message={text}',
    header: 'Authorization',
    secret: `Basic ${Buffer.from(`${CREDENTIALS.user}:${CREDENTIALS.password}`).toString('base64')}`,
    authority: server.authority,
  };
  return { server, account };
}
