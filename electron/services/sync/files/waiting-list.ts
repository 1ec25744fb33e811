import { z } from 'zod';

const Waiting = z.object({
  file: z.string(),
  /** The document that names it, and the place in the journal where it stands. */
  record: z.string(),
  seq: z.int(),
  dossier: z.string().nullable(),
  /** Device and number of the change set: the server may refuse it. */
  by: z.string(),
  /** Pictures before CVs before everything else. */
  rank: z.int(),
  /** Bytes. */
  size: z.int(),
});
export type WaitingFile = z.infer<typeof Waiting>;

/** Files that are named and not known to be both here and on the server, as the journal says it up to a place. */
export const WaitingList = z.object({ v: z.literal(1), epoch: z.string(), readTo: z.int(), files: z.array(Waiting) });
export type WaitingList = z.infer<typeof WaitingList>;
