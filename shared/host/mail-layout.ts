import { z } from 'zod';

/** `shared/domain/mail-layout.ts` says what each piece is for. */
export const MailLayout = z.object({
  before: z.string(),
  words: z.tuple([z.string(), z.string()]),
  button: z.tuple([z.string(), z.string(), z.string()]),
  divider: z.string(),
  after: z.string(),
});
