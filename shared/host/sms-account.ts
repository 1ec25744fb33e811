import { z } from 'zod';

export const SMS_PROVIDERS = ['46elks', 'gatewayapi', 'http', 'dry-run'] as const;
export type SmsProvider = (typeof SMS_PROVIDERS)[number];

/** Who the recipient sees: up to eleven letters and digits, or a number in E.164 that can be answered. */
const Sender = z.string().max(20);
/** PEM of a private authority to trust beside the system's, as of a company's inspecting gateway; empty normally. */
const Authority = z.string().max(20_000);

/** Through whom SMS leave. What is secret of it is not part of it. */
export const SmsAccount = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('46elks'), sender: Sender, user: z.string().max(200), authority: Authority }),
  z.object({ provider: z.literal('gatewayapi'), sender: Sender, authority: Authority }),
  z.object({
    provider: z.literal('http'),
    sender: Sender,
    /** https only. */
    url: z.string().max(2000),
    method: z.enum(['POST', 'PUT']),
    /** Name of the header that carries the secret, whole. */
    header: z.string().max(100),
    type: z.enum(['application/json', 'application/x-www-form-urlencoded']),
    /** With `{to}`, `{digits}`, `{from}` and `{text}`, each encoded as `type` needs it. */
    body: z.string().max(4000),
    authority: Authority,
  }),
  /** For demonstrations: everything happens but the sending, and the Outbox says so. */
  z.object({ provider: z.literal('dry-run') }),
]);
export type SmsAccount = z.infer<typeof SmsAccount>;

/** API password, token or value of a header: what a header can carry in one piece (RFC 9110 5.5). */
export const SmsSecret = z
  .string()
  .max(2000)
  .regex(/^[\x20-\x7e]*$/);
