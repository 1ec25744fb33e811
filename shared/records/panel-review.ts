import { z } from 'zod';
import {
  ApplicationIdSchema,
  Id,
  InstantSchema,
  LanguageSchema,
  NameSchema,
  RecruiterIdSchema,
  TextSchema,
  VacancyIdSchema,
} from './primitives.js';

/** Somebody who was asked for a review; whoever is outside needs no login, only the link (G-5). */
const Reviewer = z.object({
  id: Id,
  name: NameSchema,
  address: z.string(),
  /** Null for somebody outside. */
  recruiterId: RecruiterIdSchema.nullable(),
  /** In which the mail was written, and the page is; absent in older requests. */
  language: LanguageSchema.exactOptional(),
  /** SHA-256 of the token in the link, in hexadecimal: the token itself stands in the mail alone. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Reviewer = z.infer<typeof Reviewer>;

/**
 * R45–R48: a request to review applicants of one vacancy. It holds no personal data of theirs, only ids; what the reviewers
 * say is kept with each application, and goes with it.
 */
export const PanelReview = z.object({
  vacancyId: VacancyIdSchema,
  requestedBy: RecruiterIdSchema,
  requestedAt: InstantSchema,
  applicationIds: z.array(ApplicationIdSchema).min(1),
  /** T6: Do not allow rating. */
  noRating: z.boolean(),
  /** T6: Do not allow comments. */
  noComments: z.boolean(),
  /** T6: Email me each time a reviewer completes. */
  notifies: z.boolean(),
  /** R30: the reviewers are shown nobody's name, details or files. Absent: they are. */
  withholdsPersonal: z.literal(true).exactOptional(),
  reviewers: z.array(Reviewer).min(1),
});
export type PanelReview = z.infer<typeof PanelReview>;

/** R47, R48: one to seven, and a comment; null and empty where the request asks for none. */
export const PanelScore = z.object({ value: z.int().min(1).max(7).nullable(), comment: TextSchema });
export type PanelScore = z.infer<typeof PanelScore>;
