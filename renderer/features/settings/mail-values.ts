import { isEmailAddress } from '../../../shared/domain/email-address.js';
import type { MailAccount } from '../../../shared/host/contract.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** The account as it is typed: the port may be text, the password empty to keep the stored one. */
export type MailValues = Omit<MailAccount, 'port'> & { readonly port: number | string; readonly password: string };

export const DEFAULT_PORTS = { starttls: 587, tls: 465 } as const satisfies Record<MailAccount['security'], number>;

export const NEW_MAIL_ACCOUNT: MailValues = {
  host: '',
  port: DEFAULT_PORTS.starttls,
  security: 'starttls',
  user: '',
  password: '',
  fromName: '',
  fromAddress: '',
  authority: '',
};

/** What keeps the account from being tested or saved, by field. */
export function checkMailAccount({ host, port, fromAddress }: MailValues): Problems {
  const number = port === '' ? Number.NaN : Number(port);
  const portFits = Number.isInteger(number) && number >= 1 && number <= 65_535;
  return {
    ...(host.trim() === '' ? { host: 'common.required' } : {}),
    ...(portFits ? {} : { port: 'settings.mailPortRange' }),
    ...(isEmailAddress(fromAddress.trim()) ? {} : { fromAddress: 'common.invalidEmail' }),
  };
}

/** For the host: the account, and the password or null to keep the stored one. */
export function mailAccountOf(values: MailValues): { readonly account: MailAccount; readonly password: string | null } {
  const { password, ...account } = values;
  return {
    account: {
      ...account,
      host: account.host.trim(),
      port: Number(account.port),
      user: account.user.trim(),
      fromName: account.fromName.trim(),
      fromAddress: account.fromAddress.trim(),
    },
    password: password === '' ? null : password,
  };
}

/** The port that goes with another encryption, unless the person typed one of their own. */
export function portFor(security: MailAccount['security'], port: number | string): number | string {
  const usual: readonly (number | string)[] = Object.values(DEFAULT_PORTS);
  return port === '' || usual.includes(Number(port)) ? DEFAULT_PORTS[security] : port;
}
