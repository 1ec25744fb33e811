import { z } from 'zod';
import { PostalAddressSchema } from './letter.js';
import {
  FairIdSchema,
  Id,
  InstantSchema,
  LanguageSchema,
  NameSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  TextSchema,
} from './primitives.js';

/** G-12, without the employee: that is whoever has a hired application (docs/adr/0018). */
export const PERSON_KINDS = ['candidate', 'prospect'] as const;

export const Person = z.object({
  kind: z.enum(PERSON_KINDS),
  givenName: NameSchema,
  familyName: NameSchema,
  /** Empty when the person gave none. */
  email: z.string().max(254),
  /** E.164 where the number could be read, else as typed; empty when none was given. */
  phone: z.string().max(40),
  /** Of mails and letters to this person, not of the screen. */
  language: LanguageSchema,
  school: NameSchema,
  city: NameSchema,
  source: z.object({ fairId: FairIdSchema.nullable() }),
  capturedAt: InstantSchema,
  demo: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** What a person was told and agreed to, in which words, when, and who was there (beyond.md no. 10). */
const ConsentEvent = z.object({
  id: Id,
  type: z.literal('consent'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
  purpose: z.enum(['this-fair', 'cv-database']),
  given: z.boolean(),
  noticeVersion: z.string(),
  language: LanguageSchema,
  /** Date on which the details go unless something newer is agreed. */
  until: z.iso.date().nullable(),
});

const PersonNoteEvent = z.object({
  id: Id,
  type: z.literal('note'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
  text: TextSchema,
});

/** First impression of somebody who has not applied for anything yet, one to seven. */
const PersonRatingEvent = z.object({
  id: Id,
  type: z.literal('rating'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
  value: z.int().min(1).max(7),
});

/** Where letters go. The newest holds; taken back, the one before it holds again (docs/adr/0022). */
const PostalAddressEvent = z.object({
  id: Id,
  type: z.literal('postal-address'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
  address: PostalAddressSchema,
});

const said = { id: Id, at: InstantSchema, by: RecruiterIdSchema.nullable() };

/** G-13: this dossier is another person's too, or, null, stands for itself again. The newest holds (docs/adr/0027). */
const MergeEvent = z.object({ ...said, type: z.literal('merge'), into: PersonIdSchema.nullable() });

/** G-13: somebody looked, and they are two. */
const NotSameEvent = z.object({ ...said, type: z.literal('not-same'), other: PersonIdSchema });

const ChosenDetails = Person.pick({
  kind: true,
  givenName: true,
  familyName: true,
  email: true,
  phone: true,
  language: true,
  school: true,
  city: true,
})
  .extend({ postalAddress: PostalAddressSchema })
  .partial();

/** G-13: what stood here by itself, and what of another dossier was chosen over it. */
const ReplacedEvent = z.object({
  ...said,
  type: z.literal('replaced'),
  merged: PersonIdSchema,
  /** The `merge` events that it hangs on: the choice stands while all of them hold. */
  merges: z.array(Id),
  values: ChosenDetails,
  chosen: ChosenDetails,
});

/** C17: the person asks, on the own page, that everything be deleted. It is somebody's to do, and ends with the dossier. */
const ErasureAskedEvent = z.object({ ...said, type: z.literal('erasure-asked') });

/** Why somebody is kept longer than the rule says: for whoever is asked about it later. */
const KeepReasonSchema = z.string().min(1).max(500);

/** What decides when the person's details go (docs/adr/0058). */
const RetentionEvents = [
  /** It stands in *Candidates to be deleted*, to go on this day or later. */
  z.object({ ...said, type: z.literal('deletion-announced'), due: z.iso.date() }),
  /** To be kept up to and with this day. */
  z.object({ ...said, type: z.literal('kept-longer'), until: z.iso.date(), reason: KeepReasonSchema }),
  z.object({ ...said, type: z.literal('legal-hold'), reason: KeepReasonSchema }),
  /** Of the holds that were seen; one that was placed elsewhere meanwhile stands. */
  z.object({ ...said, type: z.literal('legal-hold-ended'), holds: z.array(Id).min(1).max(64) }),
] as const;
export type RetentionEvent = z.infer<(typeof RetentionEvents)[number]>;

export const PersonEvent = z.discriminatedUnion('type', [
  ...RetentionEvents,
  ConsentEvent,
  PersonNoteEvent,
  PersonRatingEvent,
  PostalAddressEvent,
  MergeEvent,
  NotSameEvent,
  ReplacedEvent,
  ErasureAskedEvent,
]);
export type PersonEvent = z.infer<typeof PersonEvent>;
