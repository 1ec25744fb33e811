import { z } from 'zod';
import { EmploymentTerms } from './contract.js';
import { INTERVIEW_TYPES } from './interview.js';
import { PanelScore } from './panel-review.js';
import {
  Id,
  InstantSchema,
  PanelReviewIdSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  TextSchema,
  VacancyIdSchema,
} from './primitives.js';

/** T2. One person in one vacancy; the status belongs to the application, never to the person (R1). */
export const APPLICATION_STATUSES = [
  'new',
  'invited',
  'offered',
  'transferred',
  'restored',
  'saved',
  'rejected',
  'withdrawn',
  'hired',
  // Not in T2: it stands in no list and no counter any more (C13, C20, G-2).
  'deleted',
  'moved',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** The five manual types of T5, named after the stage at which the rejection is given (R52, C30). */
export const REJECTION_STAGES = ['review', 'initial', 'first', 'second', 'third'] as const;
export type RejectionStage = (typeof REJECTION_STAGES)[number];

/** G-7: 1 is the best; for those to go on with together later. */
export const RANKINGS = [1, 2, 3] as const;
export type Ranking = (typeof RANKINGS)[number];

/** G-7: what came of asking the applicant's references. */
export const REFERENCE_CHECKS = ['none-implemented', 'positive', 'negative'] as const;
export type ReferenceCheck = (typeof REFERENCE_CHECKS)[number];

export const Application = z.object({
  personId: PersonIdSchema,
  vacancyId: VacancyIdSchema,
  receivedAt: InstantSchema,
  text: TextSchema,
  /** By the id of the vacancy's question. */
  answers: z.record(z.string(), TextSchema),
  demo: z.boolean(),
});
export type Application = z.infer<typeof Application>;

const common = { id: Id, at: InstantSchema, by: RecruiterIdSchema.nullable() };

export const ApplicationEvent = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('status'),
    to: z.enum(APPLICATION_STATUSES),
    /** With `invited`: to which interview (T2). */
    interviewType: z.enum(INTERVIEW_TYPES).nullable().default(null),
    /** With `rejected`: at which stage, and why (R52, R54). */
    rejection: z
      .object({ stage: z.enum(REJECTION_STAGES), reasonId: Id })
      .nullable()
      .default(null),
    /** With `moved`: where to; with `transferred`: where from, null from the CV database (C13). */
    otherVacancyId: VacancyIdSchema.nullable().default(null),
    /** Which status stood when it was set: how a step is known that was taken without seeing another (docs/adr/0047). */
    from: z.enum(APPLICATION_STATUSES).exactOptional(),
    /** The steps of a conflict that stood there to be seen: whoever went on has decided it. */
    settles: z.array(Id).max(64).exactOptional(),
  }),
  /** Somebody has decided that of these steps the one that stands is right. */
  z.object({ ...common, type: z.literal('settled'), steps: z.array(Id).min(2).max(64) }),
  /** C24. The newest holds; taken back, the one before it holds again. */
  z.object({ ...common, type: z.literal('employment'), terms: EmploymentTerms }),
  z.object({ ...common, type: z.literal('note'), text: TextSchema }),
  /** G-7. The newest holds; null: none. */
  z.object({ ...common, type: z.literal('ranking'), value: z.literal(RANKINGS).nullable() }),
  z.object({ ...common, type: z.literal('reference-check'), value: z.enum(REFERENCE_CHECKS).nullable() }),
  /** G-8: an own step of the organisation was taken. */
  z.object({ ...common, type: z.literal('own-step'), stepId: Id }),
  /** R47: one to seven. */
  z.object({ ...common, type: z.literal('rating'), value: z.int().min(1).max(7) }),
  /** G-5: what a reviewer of a panel says; `by` is who entered it, null for the reviewer. The newest of each holds. */
  z.object({
    ...common,
    type: z.literal('panel-rating'),
    reviewId: PanelReviewIdSchema,
    reviewerId: Id,
    ...PanelScore.shape,
  }),
  /** What the reviewer said no longer holds; the reviewer is asked again. */
  z.object({ ...common, type: z.literal('panel-rating-withdrawal'), reviewId: PanelReviewIdSchema, reviewerId: Id }),
]);
export type ApplicationEvent = z.infer<typeof ApplicationEvent>;
