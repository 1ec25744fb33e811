import { z } from 'zod';
import { Id, LanguageSchema, NameSchema } from './primitives.js';

/** A step of its own that an organisation takes with applicants, besides the fourteen actions (G-8). */
export const OwnStep = z.object({
  id: Id,
  /** As the organisation typed them, in one language at least. */
  names: z.partialRecord(LanguageSchema, NameSchema),
  /** Not offered any more, and still readable where it was taken. */
  retired: z.boolean().default(false),
});
export type OwnStep = z.infer<typeof OwnStep>;
