import { z } from 'zod';
import {
  ApplicationIdSchema,
  Id,
  InstantSchema,
  NameSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  VacancyIdSchema,
} from './primitives.js';

/** The stages of T5, in their order. */
export const INTERVIEW_TYPES = ['initial', 'first', 'second', 'third'] as const;
export type InterviewType = (typeof INTERVIEW_TYPES)[number];

/** R60, C29: beside the stage, and may be left open. */
export const INTERVIEW_KINDS = ['telephone', 'in-person', 'group'] as const;

const Places = z.int().min(1).max(500).nullable();

/** One applicant's interview. Several applicants of one meeting have one `meetingId` and one record each (C29). */
export const Interview = z.object({
  personId: PersonIdSchema,
  applicationId: ApplicationIdSchema,
  vacancyId: VacancyIdSchema,
  meetingId: Id,
  type: z.enum(INTERVIEW_TYPES),
  kind: z.enum(INTERVIEW_KINDS).nullable(),
  /** For how many the meeting is, the same in each of its records; null: for as many as are invited (group-places.ts). */
  places: Places.default(null),
  recruiterIds: z.array(RecruiterIdSchema).min(1),
  startsAt: InstantSchema,
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
  place: NameSchema,
  /** R64: with `none` it is booked only, and nobody waits for an answer (C31). */
  invitation: z.enum(['email', 'none']),
  /** RFC 5545 SEQUENCE: grows when date, time or place change; an answer counts for the one it was given to. */
  sequence: z.int().nonnegative(),
  /** Signs the answers to this interview (256 bit, hexadecimal); it goes when the dossier goes. */
  answerKey: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Interview = z.infer<typeof Interview>;

/** R87–R90, and what the recruiter may set back (G-7). */
export const INTERVIEW_ANSWERS = ['accepted', 'not-accepted', 'new-time', 'withdrawn', 'awaiting'] as const;
export type InterviewAnswer = (typeof INTERVIEW_ANSWERS)[number];

/** How an answer came: heard by the recruiter, read from a mail (signed token) or a calendar program's reply (iTIP), or given on the server's page. */
export const ANSWER_WAYS = ['recruiter', 'mail', 'calendar', 'page'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/** Another time that somebody proposes (RFC 5546 3.2.7, COUNTER). */
const ProposedTime = z.object({ startsAt: InstantSchema, minutes: z.int().positive() });

/** Of the words about another time. */
export const LONGEST_WISH = 500;

const MeetingPlace = z.object({ startsAt: InstantSchema, minutes: z.int().positive(), place: NameSchema });
const common = { id: Id, at: InstantSchema, by: RecruiterIdSchema.nullable() };

export const InterviewEvent = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('answer'),
    answer: z.enum(INTERVIEW_ANSWERS),
    /** The invitation that was answered. */
    sequence: z.int().nonnegative(),
    via: z.enum(ANSWER_WAYS).default('recruiter'),
    /** When it was given, as the mail or the calendar program says; null: no earlier than it was entered. */
    givenAt: InstantSchema.nullable().default(null),
    proposed: ProposedTime.nullable().default(null),
    /** When somebody could come who asks for another time, in their own words; empty: they said nothing. */
    wish: z.string().max(LONGEST_WISH).default(''),
  }),
  /** Told in the activities; what holds now stands in the fields. Undo retracts it. */
  z.object({ ...common, type: z.literal('move'), from: MeetingPlace, to: MeetingPlace }),
  /** For how many it is, as above. */
  z.object({ ...common, type: z.literal('places'), from: Places, to: Places }),
  /** C34: it no longer takes place. Undo retracts it. */
  z.object({ ...common, type: z.literal('cancellation') }),
]);
export type InterviewEvent = z.infer<typeof InterviewEvent>;

/** An answer as it was entered or read; what counts of them says `interview-answers.ts`. */
export type GivenAnswer = Extract<InterviewEvent, { type: 'answer' }>;
