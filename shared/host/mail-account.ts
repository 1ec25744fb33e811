import { z } from 'zod';
import { LanguageSchema } from '../records/primitives.js';

/** How an account proves who it is: by a password, or by tokens that Microsoft or Google gave to the organisation's own app. */
export const MailSignIn = z.discriminatedUnion('with', [
  z.object({ with: z.literal('password') }),
  z.object({
    with: z.literal('microsoft'),
    clientId: z.string().max(300),
    /** The directory: its id or one of its domains; empty for any. */
    tenant: z.string().regex(/^[A-Za-z0-9.-]{0,100}$/),
  }),
  z.object({ with: z.literal('google'), clientId: z.string().max(300) }),
]);
export type MailSignIn = z.infer<typeof MailSignIn>;

export const MailAccount = z.object({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte (465), or `starttls` required before anything is said (587). There is no third. */
  security: z.enum(['tls', 'starttls']),
  user: z.string().max(320),
  fromName: z.string().max(200),
  fromAddress: z.string().max(254),
  /** PEM of a private authority to trust beside the system's; empty normally. */
  authority: z.string().max(20_000),
  signIn: MailSignIn,
});
export type MailAccount = z.infer<typeof MailAccount>;

/** Goes to the host and never comes back. */
const Secret = z.string().max(1000);

/** A null password or client secret keeps the one that is stored. */
export const MailAccountInput = z.object({
  account: MailAccount,
  password: Secret.nullable(),
  clientSecret: Secret.nullable(),
});

/** What the screen may know of the stored account. */
export const MailAccountState = z.object({
  account: MailAccount.nullable(),
  hasPassword: z.boolean(),
  hasClientSecret: z.boolean(),
  /** Null where nobody has signed in. `ended`: nothing leaves before somebody signs in again. */
  signedIn: z.object({ as: z.string(), ended: z.boolean() }).nullable(),
});

/** A null account is the one that is stored: sign in again. The language is that of the last page in the browser. */
export const MailSignInInput = z.object({
  account: MailAccount.nullable(),
  clientSecret: Secret.nullable(),
  language: LanguageSchema,
});

export const MailSignInAnswer = z.object({ account: MailAccount, as: z.string() });
