import { z } from 'zod';
import { Application, ApplicationEvent } from './application.js';
import { Appointment, AppointmentEvent } from './appointment.js';
import { Document } from './document.js';
import { Interview, InterviewEvent } from './interview.js';
import { Letter, LetterEvent } from './letter.js';
import { Message, MessageEvent } from './message.js';
import { Person, PersonEvent } from './person.js';
import { Id, InstantSchema, LanguageSchema, PanelReviewIdSchema } from './primitives.js';
import type { Table } from './tables.js';

function kept<Fields extends z.ZodType, Event extends z.ZodType>(fields: Fields, event: Event) {
  return z.array(
    z.object({
      id: Id,
      fields,
      /** What happened to it, oldest first. */
      events: z.array(event),
      /** The same, of what somebody has taken back since: it no longer counts, and is still there. */
      takenBack: z.array(event),
    }),
  );
}

/** Who of the organisation wrote it, which other dossier it was about, and what was taken from there: it may be another person's. */
const OF_OTHERS: ReadonlySet<string> = new Set(['by', 'into', 'other', 'merged', 'merges', 'chosen']);

/** Events as they are stored, without the fields that lead to others; a new kind of event, or a new field, is handed out. */
function withoutOthers(events: readonly z.ZodObject[]) {
  return z.union(
    events.map(({ shape }) =>
      z.object(Object.fromEntries(Object.entries(shape).filter(([key]) => !OF_OTHERS.has(key)))),
    ),
  );
}

/** The records of a dossier, as they are stored: what is left out here is handed to nobody (docs/adr/0030). */
export const PERSONAL_RECORDS = {
  person: kept(Person, withoutOthers(PersonEvent.options)),
  application: kept(Application, withoutOthers(ApplicationEvent.options)),
  document: kept(Document, z.never()),
  /** Without the key that signs answers: a secret of the program, which says nothing of anybody. */
  interview: kept(Interview.omit({ answerKey: true }), withoutOthers(InterviewEvent.options)),
  appointment: kept(Appointment, withoutOthers([AppointmentEvent])),
  message: kept(Message, withoutOthers([MessageEvent])),
  letter: kept(Letter.omit({ writtenBy: true }), withoutOthers([LetterEvent])),
} as const;

/** Why no record of a table stands in anybody's dossier: a table that is added has to be decided about. */
export const NOT_PERSONAL = {
  organisation: 'about nobody',
  recruiter: 'about a colleague',
  fair: 'about nobody',
  vacancy: 'about nobody',
  contractTemplate: 'about nobody',
  contractTag: 'about nobody',
  savedSearch: 'about nobody whom it finds',
  mailTemplate: 'about nobody',
  panelReview: 'about several applicants: what concerns the person stands under panelReviews',
} as const satisfies Record<Exclude<Table, keyof typeof PERSONAL_RECORDS>, string>;

const Names = z.record(Id, z.string());

/** `person.json`: what is kept about one person, for programs (GDPR article 20). docs/export-format.md says it in words. */
export const PersonExport = z.object({
  format: z.literal('fairdesk-person'),
  version: z.literal(1),
  writtenAt: InstantSchema,
  organisation: z.string(),
  /** Of the readable copy beside it. */
  language: LanguageSchema,
  /** Normally one; several where dossiers of one person were brought together. */
  dossiers: z.array(z.object({ id: Id, records: z.object(PERSONAL_RECORDS) })).min(1),
  panelReviews: z.array(
    z.object({
      id: PanelReviewIdSchema,
      requestedAt: InstantSchema,
      /** Who said what is not handed out; `reviewerId` of a rating leads here. */
      reviewers: z.array(z.object({ id: Id, outside: z.boolean() })),
    }),
  ),
  /** Who outside the organisation was given details. */
  recipients: z.array(
    z.object({
      at: InstantSchema,
      purpose: z.enum(['forward', 'panel-review']),
      name: z.string(),
      address: z.string(),
    }),
  ),
  /** What the ids in the records are called. */
  names: z.object({
    vacancies: Names,
    questions: Names,
    fairs: Names,
    interviewers: Names,
    rejectionReasons: Names,
    ownSteps: Names,
  }),
  /** Where the file of each document lies in the ZIP. */
  files: z.array(z.object({ documentId: Id, path: z.string(), size: z.int().nonnegative() })),
  /** Documents whose file is damaged and could not be handed out. */
  unreadableFiles: z.array(Id),
});
export type PersonExport = z.infer<typeof PersonExport>;
