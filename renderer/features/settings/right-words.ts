import type { RightLevel } from '../../../shared/domain/right-levels.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Right } from '../../../shared/records/recruiter.js';

export const LEVEL_WORDS = {
  complete: { name: 'settings.levelComplete', help: 'settings.levelCompleteHelp' },
  'department-administrator': { name: 'settings.levelDepartment', help: 'settings.levelDepartmentHelp' },
  'mid-level': { name: 'settings.levelMid', help: 'settings.levelMidHelp' },
  limited: { name: 'settings.levelLimited', help: 'settings.levelLimitedHelp' },
} as const satisfies Record<RightLevel, { readonly name: MessageKey; readonly help: MessageKey }>;

interface RightGroup {
  readonly title: MessageKey;
  readonly rights: readonly Right[];
}

/** The tick boxes. Text messages wait for a gateway (C19), and other applications are a choice of their own. */
export const RIGHT_GROUPS: readonly RightGroup[] = [
  {
    title: 'settings.rightsCandidates',
    rights: ['add-candidates', 'documents-notes', 'process-list', 'cv-search'],
  },
  { title: 'settings.rightsInvite', rights: ['invite-initial', 'invite-first-second', 'invite-third'] },
  {
    title: 'settings.rightsProgress',
    rights: ['send-email', 'reject', 'transfer', 'offer', 'hire', 'delete'],
  },
  {
    title: 'settings.rightsPages',
    rights: ['vacancies', 'employees', 'reports', 'deleted-applications', 'administer'],
  },
];

/** See other applications: one of the three. */
export const SIGHTS = [
  'all-other-applications',
  'own-other-applications',
  'no-other-applications',
] as const satisfies readonly Right[];
