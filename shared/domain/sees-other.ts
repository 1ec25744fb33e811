import type { Right } from '../records/recruiter.js';

/** G-7, G-9: whether somebody's other applications are seen: all of them, those in the recruiter's own vacancies, or none. */
export function seesOther(rights: readonly Right[], { isOwn }: { readonly isOwn: boolean }): boolean {
  return rights.includes('all-other-applications') || (isOwn && rights.includes('own-other-applications'));
}
