import type { InterviewType } from '../records/interview.js';
import type { RecruiterId } from '../records/primitives.js';
import type { Recruiter, Right } from '../records/recruiter.js';
import { departmentKey } from './mail-template-id.js';
import { RIGHTS_OF_LEVEL } from './right-levels.js';

/** G-9: which right an invitation to an interview of each type needs. */
export const INVITE_RIGHTS = {
  initial: 'invite-initial',
  first: 'invite-first-second',
  second: 'invite-first-second',
  third: 'invite-third',
} as const satisfies Record<InterviewType, Right>;

/** For what concerns an interview of whatever type: one of them is enough. */
export const ANY_INVITE = ['invite-initial', 'invite-first-second', 'invite-third'] as const satisfies readonly Right[];

/** One right, or several of which one is enough. */
export type NeededRight = Right | readonly Right[];

export function hasRight(rights: readonly Right[], needed: NeededRight): boolean {
  return typeof needed === 'string' ? rights.includes(needed) : needed.some((right) => rights.includes(right));
}

export type KnownRecruiter = Pick<Recruiter, 'rights' | 'departments' | 'active'>;
export type KnownRecruiters = ReadonlyMap<string, KnownRecruiter>;

export function administers({ rights, active }: Pick<Recruiter, 'rights' | 'active'>): boolean {
  return active && rights.includes('administer');
}

/** G-9: whether a vacancy of this department is one of the own; without own departments every one is. */
export function mayWriteIn(departments: readonly string[], department: string | null): boolean {
  return departments.length === 0 || departments.some((own) => own === department);
}

/**
 * G-8, G-9: whether the templates of this department (empty: those for all) may be edited. Departments of one's own are what
 * makes a department administrator.
 */
export function mayEditTemplates(
  rights: readonly Right[],
  departments: readonly string[],
  department: string,
): boolean {
  if (rights.includes('administer')) return true;
  return rights.includes('vacancies') && departments.some((own) => departmentKey(own) === departmentKey(department));
}

const NONE: readonly Right[] = [];

/**
 * What somebody may do; nothing for who does not work here, and everything before anybody does: the first start has nobody
 * to ask, as in `refuseWrite`. Two laptops can each have demoted the other's administrator without seeing it: while there is
 * none, everybody may administer, or nobody ever could again (G-9).
 */
export function rightsOf(id: RecruiterId | string | null, recruiters: KnownRecruiters): readonly Right[] {
  if (recruiters.size === 0) return RIGHTS_OF_LEVEL.complete;
  const recruiter = id === null ? undefined : recruiters.get(id);
  if (recruiter === undefined || !recruiter.active) return NONE;
  if ([...recruiters.values()].some(administers)) return recruiter.rights;
  return [...recruiter.rights, 'administer'];
}
