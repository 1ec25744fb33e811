import { z } from 'zod';
import { MEDIA_TYPES } from './document.js';
import { REMINDER_DAYS } from './interview-reminder.js';
import {
  ApplicationIdSchema,
  FileIdSchema,
  Id,
  InstantSchema,
  InterviewIdSchema,
  LanguageSchema,
  PanelReviewIdSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  VacancyIdSchema,
} from './primitives.js';
import { RichText } from './rich-text.js';

/** What a message is for: what refuses it when the application ends depends on it (C34). */
export const MESSAGE_PURPOSES = [
  'ad-hoc',
  'invitation',
  'interview-change',
  'interview-cancellation',
  'reminder',
  'rejection',
  'offer',
  'contract',
  'panel-review',
  'forward',
  'credentials',
] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

const Mailbox = z.object({ name: z.string(), address: z.string() });

/** An iTIP message (RFC 5546) that goes along; the mail's writer makes the text of RFC 5545 from it. */
export const CalendarPart = z.object({
  method: z.enum(['REQUEST', 'CANCEL']),
  uid: z.string(),
  sequence: z.int().nonnegative(),
  startsAt: InstantSchema,
  minutes: z.int().positive(),
  summary: z.string(),
  place: z.string(),
  organiser: Mailbox,
  attendee: Mailbox,
});
export type CalendarPart = z.infer<typeof CalendarPart>;

/** What a {@link CalendarPart} is called among the attachments of its mail. */
export const CALENDAR_FILE_NAME = 'interview.ics';

/** An event as a file for whoever wants it in a calendar: nobody is asked to answer (RFC 5546 3.2.1). */
export const PublishedEvent = CalendarPart.omit({ method: true, attendee: true }).extend({
  /** Null where nobody has an address to be reached at. */
  organiser: Mailbox.nullable(),
});
export type PublishedEvent = z.infer<typeof PublishedEvent>;

/** A file of the dossier that goes along, under a name that the recipient sees. */
const Attachment = z.object({ fileId: FileIdSchema, name: z.string().max(120), mediaType: z.enum(MEDIA_TYPES) });

/** What a mail was filled from, as somebody edited it: with it the same words can be filled with another time. */
export const WrittenMail = z.object({
  subject: z.string(),
  contents: RichText,
  /** Whether the links to answer were wanted where the contents lack them (C1). */
  confirmLink: z.boolean(),
});
export type WrittenMail = z.infer<typeof WrittenMail>;

/** What a reminder was filled from: should its interview move, it is written again for the new time. */
export const WrittenReminder = z.object({
  daysBefore: z.literal(REMINDER_DAYS),
  /** SEQUENCE of the interview whose time it tells, and that time: for any other one it is void. */
  sequence: z.int().nonnegative(),
  startsAt: InstantSchema,
  words: z.discriminatedUnion('channel', [
    /** The signature are the last lines of the contents (R82). */
    z.object({ channel: z.literal('email'), subject: z.string(), contents: RichText }),
    z.object({ channel: z.literal('sms'), text: z.string() }),
  ]),
});
export type WrittenReminder = z.infer<typeof WrittenReminder>;

export const MESSAGE_CHANNELS = ['email', 'sms'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** Frozen when it is committed: what the preview showed is what leaves. Only `deliverBy` may be set later. */
export const Message = z.object({
  /** An SMS has `to.address` in E.164, its words in `text`, and neither subject nor html. */
  channel: z.enum(MESSAGE_CHANNELS),
  purpose: z.enum(MESSAGE_PURPOSES),
  /** Whose dossier it is sealed with; null where it is about several people and names none of them. */
  personId: PersonIdSchema.nullable(),
  applicationId: ApplicationIdSchema.nullable(),
  vacancyId: VacancyIdSchema.nullable(),
  language: LanguageSchema,
  from: Mailbox,
  to: Mailbox,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** The interview it invites to, moves, cancels or reminds of. */
  interviewId: InterviewIdSchema.nullable().default(null),
  /** The request to a panel that it brings. */
  panelReviewId: PanelReviewIdSchema.nullable().default(null),
  calendar: CalendarPart.nullable().default(null),
  /** SHA-256, in hexadecimal, of the token in its link to the page where the candidate answers; null without such a link. */
  replyTokenHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  attachments: z.array(Attachment).default([]),
  /** Of an invitation: should the interview move before it leaves, this is written again. Never shown. */
  written: WrittenMail.nullable().default(null),
  /** Of a reminder, and of nothing else. Never shown. */
  reminder: WrittenReminder.nullable().default(null),
  /** RFC 5322, with its angle brackets; fixed here so that no retry can become a second mail. */
  messageId: z.string(),
  queuedAt: InstantSchema,
  /** Not before this moment: a reminder's own (R79), and otherwise so late that undo is complete. */
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
