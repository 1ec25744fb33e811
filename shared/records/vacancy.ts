import { z } from 'zod';
import { Id, InstantSchema, LanguageSchema, NameSchema, RecruiterIdSchema, TextSchema } from './primitives.js';

export const VACANCY_STATES = ['open', 'expired', 'closed'] as const; // G-3

export const Vacancy = z.object({
  title: NameSchema,
  reference: NameSchema,
  department: NameSchema,
  location: NameSchema,
  languages: z.array(LanguageSchema),
  contactId: RecruiterIdSchema.nullable(),
  questions: z.array(z.object({ id: Id, text: TextSchema })),
  state: z.enum(VACANCY_STATES),
  openedAt: InstantSchema,
  demo: z.boolean(),
});
export type Vacancy = z.infer<typeof Vacancy>;
