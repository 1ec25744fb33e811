import { z } from 'zod';
import type { StoredAccount } from '../../electron/services/mail/account-store.js';
import { normaliseSmsAccount } from '../../electron/services/sms/normalise-account.js';
import type { AccountWithSecret } from '../../electron/services/sms/sms-account-store.js';
import { SmsAccount, SmsSecret } from '../../shared/host/sms-account.js';
import type { SendingAccounts } from './sending-account.js';

const SMS_ACCOUNT = 'it is the JSON of an account, as docs/server.md shows it';

/** JSON of an account in the form in which it is used. */
const SmsAccountText = z.string().transform((text, context): SmsAccount => {
  const read = SmsAccount.safeParse(parsed(text));
  const normal = read.success ? normaliseSmsAccount(read.data) : null;
  if (normal?.ok === true) return normal.value;
  context.addIssue({ code: 'custom', message: SMS_ACCOUNT });
  return z.NEVER;
});

/** Variables by which the server is told through whom it sends. Nothing of them stands in a log. */
export const MAIL_AND_SMS = {
  /** `smtps` is secure from the first byte; `smtp` asks for STARTTLS before anything is said. */
  FAIRDESK_MAIL_SERVER: z
    .string()
    .regex(/^smtps?:\/\/[^/@:]+(:\d{1,5})?$/, 'it is smtps://host or smtp://host, with a port where it is another')
    .optional(),
  FAIRDESK_MAIL_USER: z.string().max(320).default(''),
  FAIRDESK_MAIL_PASSWORD: z.string().max(1000).default(''),
  /** PEM of an authority to trust beside the system's. */
  FAIRDESK_MAIL_AUTHORITY: z
    .string()
    .max(20_000)
    .refine(
      (text) => text.trim() === '' || text.includes('BEGIN CERTIFICATE'),
      'it is the text of a certificate (PEM), not a path',
    )
    .default(''),
  FAIRDESK_SMS_ACCOUNT: SmsAccountText.optional(),
  FAIRDESK_SMS_SECRET: SmsSecret.default(''),
};
type Variables = z.infer<z.ZodObject<typeof MAIL_AND_SMS>>;

export function readSendingAccounts(read: Variables): SendingAccounts {
  return { mail: mailAccount(read), sms: smsAccount(read) };
}

function mailAccount(read: Variables): StoredAccount | null {
  if (read.FAIRDESK_MAIL_SERVER === undefined) return null;
  const { protocol, hostname: host, port } = new URL(read.FAIRDESK_MAIL_SERVER);
  const security = protocol === 'smtps:' ? 'tls' : 'starttls';
  const account = {
    host,
    port: port === '' ? DEFAULT_PORTS[security] : Number(port),
    security,
    user: read.FAIRDESK_MAIL_USER,
    // Each message says who sends it.
    fromName: '',
    fromAddress: '',
    authority: read.FAIRDESK_MAIL_AUTHORITY.trim(),
    signIn: { with: 'password' },
  } as const;
  return { account, password: read.FAIRDESK_MAIL_PASSWORD, clientSecret: '', tokens: null };
}

const DEFAULT_PORTS = { tls: 465, starttls: 587 } as const;

function smsAccount(read: Variables): AccountWithSecret | null {
  const { FAIRDESK_SMS_ACCOUNT: account, FAIRDESK_SMS_SECRET: secret } = read;
  return account === undefined ? null : { account, secret };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
