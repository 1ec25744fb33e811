import { z } from 'zod';
import { StampSchema } from '../changes/change-set.js';
import { Id } from '../records/primitives.js';

/** Who wrote what stands under a stamp; the action is that of its change set. */
export const ChangeAuthor = z.object({
  stamp: StampSchema,
  by: Id.nullable(),
  /** UTC milliseconds of the laptop that it was written on. */
  at: z.int(),
  action: z.string(),
});
export type ChangeAuthor = z.infer<typeof ChangeAuthor>;
