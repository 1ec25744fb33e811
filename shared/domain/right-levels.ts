import type { Right } from '../records/recruiter.js';

/** G-9: what is chosen with one click instead of right by right. */
export const RIGHT_LEVELS = ['complete', 'department-administrator', 'mid-level', 'limited'] as const;
export type RightLevel = (typeof RIGHT_LEVELS)[number];

/** Add, reject, publish; no transfer, no search. */
const LIMITED = [
  'vacancies',
  'add-candidates',
  'documents-notes',
  'process-list',
  'own-other-applications',
  'reject',
] as const satisfies readonly Right[];

/** All but the job offer. */
const MID_LEVEL = [
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
  'hire',
  'employees',
  'reports',
  'delete',
  'deleted-applications',
  'send-email',
] as const satisfies readonly Right[];

const DEPARTMENT_ADMINISTRATOR = [...MID_LEVEL, 'offer'] as const;

/** The single rights of each level. Text messages are none of them: they come when there is a gateway to send them (C19). */
export const RIGHTS_OF_LEVEL = {
  complete: [...DEPARTMENT_ADMINISTRATOR, 'administer'],
  'department-administrator': DEPARTMENT_ADMINISTRATOR,
  'mid-level': MID_LEVEL,
  limited: LIMITED,
} as const satisfies Record<RightLevel, readonly Right[]>;

/** Null: single rights of somebody's own choice. */
export function levelOf(rights: readonly Right[]): RightLevel | null {
  const held = new Set<Right>(rights.filter((right) => right !== 'send-sms'));
  const isSame = (level: RightLevel): boolean => {
    const ofLevel: readonly Right[] = RIGHTS_OF_LEVEL[level];
    return ofLevel.length === held.size && ofLevel.every((right) => held.has(right));
  };
  return RIGHT_LEVELS.find(isSame) ?? null;
}

/** The rights after a level was chosen; that to text messages stays as it was. */
export function withLevel(rights: readonly Right[], level: RightLevel): readonly Right[] {
  return [...RIGHTS_OF_LEVEL[level], ...rights.filter((right) => right === 'send-sms')];
}
