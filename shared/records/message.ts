import { z } from 'zod';
import {
  ApplicationIdSchema,
  Id,
  InstantSchema,
  LanguageSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  VacancyIdSchema,
} from './primitives.js';

/** Frozen when it is committed: what the preview showed is what leaves. Only `deliverBy` may be set later. */
export const Message = z.object({
  channel: z.enum(['email']),
  purpose: z.enum(['ad-hoc']), // more come with their actions
  personId: PersonIdSchema,
  applicationId: ApplicationIdSchema.nullable(),
  vacancyId: VacancyIdSchema.nullable(),
  language: LanguageSchema,
  from: z.object({ name: z.string(), address: z.string() }),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** RFC 5322, with its angle brackets; fixed here so that no retry can become a second mail. */
  messageId: z.string(),
  queuedAt: InstantSchema,
  /** Not before this moment, so that undo is complete. */
  holdUntil: InstantSchema,
  /** The one device that may send it. */
  deliverBy: z.string(),
});
export type Message = z.infer<typeof Message>;

export const MESSAGE_STATES = [
  'held',
  'due',
  'sending',
  'sent',
  'deferred',
  'failed',
  'uncertain',
  'refused',
  'cancelled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What happened to a message. Its state is folded from these (`shared/domain/message-state.ts`). */
export const MessageEvent = z.object({
  id: Id,
  type: z.literal('delivery'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
  state: z.enum(MESSAGE_STATES),
  /** Literal reason, as `mail/mailbox-unknown`; null where the state says it all. */
  reason: z.string().nullable(),
  /** The mail server's own words, cut to 500 characters. */
  reply: z.string().max(500).nullable(),
  /** For `deferred`. */
  retryAt: InstantSchema.nullable(),
  attempt: z.int().nonnegative(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;
