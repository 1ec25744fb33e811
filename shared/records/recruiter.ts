import { z } from 'zod';
import { NameSchema, RecruiterIdSchema } from './primitives.js';

/** Single rights (G-9), all that somebody with complete access has; more are added with the actions that need them. */
export const RIGHTS = [
  'administer',
  'vacancies',
  'add-candidates',
  'documents-notes',
  'process-list',
  'all-other-applications',
  'cv-search',
  'invite-initial',
  'invite-first-second',
  'invite-third',
  'reject',
  'transfer',
  'offer',
  'hire',
  'employees',
  'reports',
  'delete',
  'deleted-applications',
  'send-email',
  'send-sms',
] as const;
/** Instead of `all-other-applications`: those in the recruiter's own vacancies, or none. One of the three always stands there. */
const LESSER_SIGHT = ['own-other-applications', 'no-other-applications'] as const;

export type Right = (typeof RIGHTS)[number] | (typeof LESSER_SIGHT)[number];

/** What one right of a list from before G-9 was split up means today. */
const MEANT: Partial<Record<StoredRight, readonly Right[]>> = {
  invite: ['invite-initial', 'invite-first-second', 'invite-third'],
  administer: ['administer', 'reports'],
  delete: ['delete', 'deleted-applications'],
  hire: ['hire', 'employees'],
};
/** What was open to everybody while no right stood before it. */
const ONCE_OPEN: readonly Right[] = [
  'vacancies',
  'documents-notes',
  'process-list',
  'all-other-applications',
  'cv-search',
];

const StoredRight = z.enum([...RIGHTS, ...LESSER_SIGHT, 'invite']);
type StoredRight = z.infer<typeof StoredRight>;

export const Recruiter = z.object({
  name: NameSchema,
  email: z.string(),
  rights: z.array(StoredRight).transform(asMeant),
  /** Of a department administrator: in whose vacancies he or she may write; empty for all. */
  departments: z.array(NameSchema).default([]),
  active: z.boolean(),
  demo: z.boolean().default(false),
  /** Who this is since the laptop joined colleagues; what was written before still bears this name (docs/adr/0050). */
  joinedAs: RecruiterIdSchema.exactOptional(),
});
export type Recruiter = z.infer<typeof Recruiter>;

/** A list that says nothing of other applications is from before, and still means what it meant. */
function asMeant(stored: readonly StoredRight[]): Right[] {
  const sights: readonly StoredRight[] = ['all-other-applications', ...LESSER_SIGHT];
  if (stored.some((right) => sights.includes(right))) return stored.filter((right) => right !== 'invite');
  const meant = [...stored.flatMap((right): readonly StoredRight[] => MEANT[right] ?? [right]), ...ONCE_OPEN];
  return RIGHTS.filter((right) => meant.includes(right));
}
