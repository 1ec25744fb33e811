import { z } from 'zod';
import { APPLICATION_STATUSES, RANKINGS } from './application.js';
import {
  DateSchema,
  FairIdSchema,
  LanguageSchema,
  NameSchema,
  RecruiterIdSchema,
  VacancyIdSchema,
} from './primitives.js';

/** What is looked for (G-14). An empty list and null mean: all; of the types all but employees (C24). */
export const SearchRequest = z.object({
  /** As it was typed. */
  query: z.string().max(500),
  vacancyIds: z.array(VacancyIdSchema).readonly(),
  statuses: z.array(z.enum(APPLICATION_STATUSES)).readonly(),
  /** G-7; null: without one. */
  rankings: z.array(z.literal(RANKINGS).nullable()).readonly(),
  languages: z.array(LanguageSchema).readonly(),
  /** Candidate types; one that this version does not know is kept. */
  types: z.array(z.string().max(40)).readonly(),
  fairIds: z.array(FairIdSchema).readonly(),
  /** Calendar dates in which the application came, or the person was met; an open end is null. */
  period: z.object({ from: DateSchema.nullable(), to: DateSchema.nullable() }).nullable(),
  /** R47: the least mean, one to seven. */
  rating: z.int().min(1).max(7).nullable(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

/** A search that a recruiter keeps under a name. It holds nothing of whom it finds. */
export const SavedSearch = z.object({
  recruiterId: RecruiterIdSchema,
  name: NameSchema,
  /** Whole, so that no two halves are merged. */
  request: SearchRequest,
  deleted: z.boolean(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
