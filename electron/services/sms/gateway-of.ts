import type { SmsAccount } from '../../../shared/host/sms-account.js';
import { elksGateway } from './elks-gateway.js';
import { gatewayApiGateway } from './gatewayapi-gateway.js';
import { httpGateway } from './http-gateway.js';
import type { SmsGateway } from './sms-gateway.js';

/** An account that leads somewhere. */
export type ReachingAccount = Exclude<SmsAccount, { provider: 'dry-run' }>;

/** Where the providers are, for tests that are the provider themselves. */
export interface GatewayAddresses {
  readonly elks?: string;
  readonly gatewayApi?: string;
}

/**
 * By what an account is known as the one that took an SMS: its provider, and who signs in there where that is no secret. Another
 * password or sender, or another authority of the line, is the same gateway.
 */
export function gatewayName(account: SmsAccount): string {
  switch (account.provider) {
    case '46elks':
      return `46elks ${account.user}`;
    case 'gatewayapi':
      return 'gatewayapi';
    // Neither can be asked.
    case 'http':
    case 'dry-run':
      return '';
  }
}

export function gatewayOf(account: ReachingAccount, secret: string, addresses: GatewayAddresses = {}): SmsGateway {
  switch (account.provider) {
    case '46elks':
      return elksGateway({ sender: account.sender, user: account.user, password: secret }, addresses.elks);
    case 'gatewayapi':
      return gatewayApiGateway({ sender: account.sender, token: secret }, addresses.gatewayApi);
    case 'http':
      return httpGateway(account, secret);
  }
}
