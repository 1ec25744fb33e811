import type { StoredAccount } from '../../electron/services/mail/account-store.js';
import type { GatewayAddresses } from '../../electron/services/sms/gateway-of.js';
import type { AccountWithSecret } from '../../electron/services/sms/sms-account-store.js';
import type { MessageChannel } from '../../shared/records/message.js';

/** Through whom the server itself sends, as its environment says; null: nothing of that kind leaves from here. */
export interface SendingAccounts {
  readonly mail: StoredAccount | null;
  readonly sms: AccountWithSecret | null;
  /** Where the providers of SMS are, for tests that are the provider themselves. */
  readonly addresses?: GatewayAddresses;
}

export const SENDS_NOTHING: SendingAccounts = { mail: null, sms: null };

/** What laptops may hand over. */
export function channelsOf({ mail, sms }: SendingAccounts): MessageChannel[] {
  return [...(mail === null ? [] : ['email' as const]), ...(sms === null ? [] : ['sms' as const])];
}
