import { z } from 'zod';
import { JsonValue } from '../changes/json-value.js';
import { ChangeSetSchema, StampSchema } from '../changes/change-set.js';
import { SMS_ARRIVALS } from '../domain/delivery-reason.js';
import { ContractDocument } from '../records/contract.js';
import { CopyDocument } from '../records/copy-document.js';
import { LetterDocument } from '../records/letter.js';
import { ReportSheet } from '../records/report-sheet.js';
import { MEDIA_TYPES } from '../records/document.js';
import { Message, PublishedEvent } from '../records/message.js';
import { PublishedCalendar } from '../records/published-calendar.js';
import {
  FileIdSchema,
  Id,
  InstantSchema,
  LanguageSchema,
  MessageIdSchema,
  PersonIdSchema,
} from '../records/primitives.js';
import { ChangeAuthor } from './change-author.js';
import { MailAccountInput, MailAccountState, MailSignInAnswer, MailSignInInput } from './mail-account.js';
import { MailLayout } from './mail-layout.js';
import { SmsAccount, SmsSecret } from './sms-account.js';
import { syncContract } from './sync-contract.js';

const Nothing = z.null();
const AtLane = z.object({ url: z.string() });
/** Which form: `capture`, `vacancy-<id>`. Never anything personal. */
const DraftKey = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** What became of one frame that can no longer be read. */
export const DamagedFrame = z.object({
  seq: z.int(),
  device: z.string().nullable(),
  n: z.int().nullable(),
});

export const JournalHead = z.object({
  device: z.string(),
  /** Place of the newest frame; 0 in a new journal. */
  seq: z.int(),
  /** The last number this device used. */
  n: z.int(),
  /** The greatest stamp in the journal, for the clock; null in a new journal. */
  stamp: z.string().nullable(),
  /** Changes when the journal is another one: the store of the old one must be rebuilt. */
  journalId: z.string(),
  damaged: z.array(DamagedFrame),
  /** The journal ends before a place that was once confirmed. */
  rolledBack: z.boolean(),
});
export type JournalHead = z.infer<typeof JournalHead>;

/** Preferences of this laptop and its user account; nothing personal, nothing that another laptop should know. */
export const Preferences = z.object({
  language: LanguageSchema.nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  recruiterId: Id.nullable(),
  /** Nothing leaves this laptop while it is true, whatever the network says. */
  workOffline: z.boolean(),
  /** The steps before the first fair were done, or the person does not want to see them. */
  checklistHidden: z.boolean().optional(),
});
export type Preferences = z.infer<typeof Preferences>;

/** What the answer of mail server or SMS gateway means for a message and for the account (security.md 5). */
export const DeliveryOutcome = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('sent'),
    reply: z.string(),
    /** Of an SMS: what must be said beside *sent*, as that it was a rehearsal. */
    reason: z.string().optional(),
    /** Of an SMS: the gateway's name for it, by which it can be asked what became of it. Nobody's number or name. */
    reference: z.string().max(100).optional(),
    /** Whose name that is, as the ledger keeps it: no other gateway is asked. */
    gateway: z.string().max(300).optional(),
  }),
  /** Try again later; `scope` says whether only this message or everything of the account waits. */
  z.object({
    state: z.literal('deferred'),
    scope: z.enum(['message', 'account']),
    reason: z.string(),
    reply: z.string(),
  }),
  /** Final for this message. */
  z.object({ state: z.literal('failed'), reason: z.string(), reply: z.string() }),
  /** The message was handed over and no answer came: it may have arrived. Never sent again unasked. */
  z.object({ state: z.literal('uncertain'), reply: z.string() }),
  /** Nothing is sent until somebody puts the account right: login refused, sender refused, not secure. */
  z.object({ state: z.literal('paused'), reason: z.string(), reply: z.string() }),
]);
export type DeliveryOutcome = z.infer<typeof DeliveryOutcome>;

/** Far more than any reminder is long; how many SMS it makes is decided where it is written. */
const SmsText = z.string().min(1).max(2000);

/** More would keep the host from everything else for too long. */
export const LETTERS_AT_ONCE = 500;

/** The only list of host calls: name, what goes in, what comes out. */
export const contract = {
  'app.info': {
    input: Nothing,
    output: z.object({
      version: z.string(),
      host: z.enum(['electron', 'web']),
      platform: z.string(),
      /** What guards the keys: the system's keychain, or a file that only the user account protects. */
      secretStore: z.enum(['keychain', 'file']),
      userName: z.string(),
    }),
  },
  'app.set-waiting': { input: z.object({ messages: z.int().nonnegative() }), output: Nothing },

  'journal.open': { input: Nothing, output: JournalHead },
  /** Sealed, appended, synced to disk. The same change set again answers the same place. From here it is saved. */
  'journal.append': { input: z.object({ changeSet: ChangeSetSchema }), output: z.object({ seq: z.int() }) },
  /**
   * Change sets after a place, oldest first; fewer than `limit` when they are long, none only at the head. A frame whose
   * dossier was erased comes without that dossier's changes; null when nothing of it is left or it cannot be read.
   */
  'journal.read': {
    input: z.object({ after: z.int().nonnegative(), limit: z.int().min(1).max(1000) }),
    output: z.object({
      entries: z.array(z.object({ seq: z.int(), changeSet: ChangeSetSchema.nullable() })),
      head: z.int(),
    }),
  },
  /** Absent where this laptop knows the value but not the change set: it came with a first load. */
  'journal.authors': {
    input: z.object({ stamps: z.array(StampSchema).min(1).max(1000) }),
    output: z.object({ authors: z.array(ChangeAuthor) }),
  },

  /** The key with which the renderer seals its working store; a new one at every rebuild. */
  'store.key': {
    input: z.object({ renew: z.boolean() }),
    output: z.object({ kid: z.string(), key: z.string().describe('32 bytes, base64') }),
  },
  /**
   * Throws away the files of the page's IndexedDB, where they are too broken for the page to delete its database itself.
   * The page must start afresh after it: what it holds open, locks too, belongs to what is gone.
   */
  'store.clear': { input: Nothing, output: Nothing },

  /** Whether a file is there and whole. The bytes have their own lane: POST /files, GET /files/<id>. */
  'file.discard': { input: z.object({ fileId: Id }), output: Nothing },
  /** Files that no record names and no draft holds. */
  'file.sweep': { input: z.object({ keep: z.array(Id) }), output: z.object({ removed: z.int() }) },

  /** Sets a contract as a PDF and stores it, sealed, in a dossier. No record names it yet: who abandons it discards it. */
  'contract.render': {
    input: z.object({ contract: ContractDocument, name: z.string().min(1).max(120), dossier: PersonIdSchema }),
    output: z.object({
      fileId: FileIdSchema,
      name: z.string().max(120),
      mediaType: z.enum(MEDIA_TYPES),
      /** Bytes. */
      size: z.int().positive(),
    }),
  },
  /** The same PDF to be looked at, in memory only; the address is one of the lane's. */
  'contract.preview': {
    input: z.object({ contract: ContractDocument }),
    output: z.object({ url: z.string() }),
  },

  /**
   * R44: letters as one PDF for the printer, each on a sheet of its own; in memory only, the address is one of the lane's.
   * `title` is what the file says of itself.
   */
  'letter.preview': {
    input: z.object({
      letters: z.array(LetterDocument).min(1).max(LETTERS_AT_ONCE),
      title: z.string().min(1).max(300),
    }),
    output: z.object({ url: z.string() }),
  },

  /** What is kept about one person as a PDF for that person; in memory only, the address is one of the lane's. */
  'copy.render': { input: z.object({ copy: CopyDocument }), output: z.object({ url: z.string() }) },

  /**
   * A file that the page writes part by part while the browser saves it: `POST /exports/<id>` takes a part, and is answered
   * once the browser has it; `GET /exports/<id>`, once, is the file. No part of it ever lies on a disk of ours.
   */
  'export.begin': { input: Nothing, output: z.object({ id: Id, url: z.string() }) },
  /** `whole: false` breaks the file off, so that the browser keeps nothing of it. Answered when all of it was handed over. */
  'export.end': { input: z.object({ id: Id, whole: z.boolean() }), output: Nothing },

  /**
   * G-6: a sheet of a candidate report as a PDF of its own, in memory only; the address is one of the lane's. `replaced`: the
   * font lacks some of its characters, and question marks stand for them.
   */
  'report.sheet': {
    input: z.object({ sheet: ReportSheet }),
    output: z.object({ url: z.string(), replaced: z.boolean() }),
  },

  /** An event as an .ics file to be saved, in memory only; the address is one of the lane's. */
  'calendar.file': { input: z.object({ event: PublishedEvent, writtenAt: InstantSchema }), output: AtLane },

  /** Everything of some days as one such file. */
  'calendar.publish': { input: z.object({ calendar: PublishedCalendar, writtenAt: InstantSchema }), output: AtLane },

  /** What is being typed and not yet saved; sealed, kept by the host so that it outlives the browser's store. */
  'draft.list': {
    input: Nothing,
    output: z.object({ drafts: z.array(z.object({ key: z.string(), savedAt: z.int() })) }),
  },
  'draft.read': { input: z.object({ key: DraftKey }), output: z.object({ draft: JsonValue.nullable() }) },
  'draft.write': { input: z.object({ key: DraftKey, draft: JsonValue }), output: Nothing },
  'draft.clear': { input: z.object({ key: DraftKey }), output: Nothing },

  'preferences.read': { input: Nothing, output: Preferences },
  'preferences.write': { input: Preferences.partial(), output: Preferences },

  'network.state': { input: Nothing, output: z.object({ up: z.boolean() }) },

  'mail.account': { input: Nothing, output: MailAccountState },
  'mail.save-account': { input: MailAccountInput, output: Nothing },
  /**
   * Opens the person's browser at Microsoft or Google and answers when that has ended: signed in and saved, refused, given
   * up or too late. A second one ends the first. A null account is the one that is stored: sign in again.
   */
  'mail.sign-in': { input: MailSignInInput, output: MailSignInAnswer },
  'mail.cancel-sign-in': { input: Nothing, output: Nothing },
  /** Forgets the tokens, and tells the server that gave them where it wants to know. */
  'mail.sign-out': { input: Nothing, output: Nothing },
  /** Connects, secures, signs in; sends nothing. */
  'mail.test-account': {
    input: MailAccountInput,
    output: z.object({ greeting: z.string() }),
  },
  /** The mail layout of a language, compiled once and cut into the pieces that a mail is put together from. */
  'mail.layout': { input: z.object({ language: LanguageSchema }), output: MailLayout },
  'mail.deliver': {
    input: z.object({
      id: MessageIdSchema,
      message: Message,
      /** True only after a person decided about an uncertain message. */
      again: z.boolean(),
    }),
    output: DeliveryOutcome,
  },
  /** What the ledger knows of messages that were being sent when the program ended; absent = never begun. */
  'mail.ledger': {
    input: z.object({ messageIds: z.array(z.string()) }),
    output: z.object({ outcomes: z.record(z.string(), DeliveryOutcome) }),
  },

  'sms.account': { input: Nothing, output: z.object({ account: SmsAccount.nullable(), hasSecret: z.boolean() }) },
  'sms.save-account': {
    /** Null removes it. A null secret keeps the one that is stored. */
    input: z.object({ account: SmsAccount.nullable(), secret: SmsSecret.nullable() }),
    output: Nothing,
  },
  /** Sends one SMS with an account that need not be saved: no gateway offers another way to know that it works. */
  'sms.test': {
    input: z.object({ account: SmsAccount, secret: SmsSecret.nullable(), to: z.string().max(50), text: SmsText }),
    output: DeliveryOutcome,
  },
  'sms.deliver': {
    /** The gateway is told number and text; the host need not know whose they are. */
    input: z.object({
      messageId: z.string().min(1).max(300),
      to: z.string().max(50),
      text: SmsText,
      again: z.boolean(),
    }),
    output: DeliveryOutcome,
  },
  /** As `mail.ledger`. */
  'sms.ledger': {
    input: z.object({ messageIds: z.array(z.string()) }),
    output: z.object({ outcomes: z.record(z.string(), DeliveryOutcome) }),
  },
  /** Asks the gateway what became of SMS that it took; absent = it does not know yet, or cannot be asked. */
  'sms.arrivals': {
    input: z.object({ messageIds: z.array(z.string()).max(20) }),
    output: z.object({ arrivals: z.record(z.string(), z.enum(SMS_ARRIVALS)) }),
  },

  ...syncContract,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export const CHANNELS = Object.keys(contract) as readonly Channel[];
export type InputOf<C extends Channel> = z.input<Contract[C]['input']>;
export type ParsedInputOf<C extends Channel> = z.output<Contract[C]['input']>;
export type OutputOf<C extends Channel> = z.output<Contract[C]['output']>;
