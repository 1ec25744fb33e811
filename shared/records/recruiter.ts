import { z } from 'zod';
import { NameSchema } from './primitives.js';

/** Single rights (G-9); more are added with the actions that need them. */
export const RIGHTS = [
  'administer',
  'send-email',
  'send-sms',
  'invite',
  'reject',
  'transfer',
  'offer',
  'hire',
  'delete',
  'add-candidates',
] as const;
export type Right = (typeof RIGHTS)[number];

export const Recruiter = z.object({
  name: NameSchema,
  email: z.string(),
  rights: z.array(z.enum(RIGHTS)),
  active: z.boolean(),
});
export type Recruiter = z.infer<typeof Recruiter>;
