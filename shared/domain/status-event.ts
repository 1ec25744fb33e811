import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { ApplicationEvent, ApplicationStatus } from '../records/application.js';
import type { ApplicationId, PersonId, RecruiterId } from '../records/primitives.js';
import type { Applicant, PlanContext } from './progress-action.js';

type StatusEvent = Extract<ApplicationEvent, { type: 'status' }>;

/** Who sets a status, and when. */
export interface StatusStamp {
  readonly at: Instant;
  readonly by: RecruiterId | null;
  readonly newId: () => string;
}

/** An application as it was seen when the step was taken. */
export interface SeenApplication {
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
  readonly status: ApplicationStatus;
  /** The steps of its status conflict, where it has one (docs/adr/0047). */
  readonly disputed?: readonly string[];
}

/** Sets the status of an application, with what T2 shows beside it, and says from which one. */
export function setStatus(
  { applicationId, personId, status, disputed = [] }: SeenApplication,
  to: ApplicationStatus,
  { at, by, newId }: StatusStamp,
  beside: Partial<Pick<StatusEvent, 'interviewType' | 'rejection' | 'otherVacancyId'>> = {},
): Change {
  const event: ApplicationEvent = {
    type: 'status',
    id: newId(),
    at,
    by,
    to,
    interviewType: null,
    rejection: null,
    otherVacancyId: null,
    ...beside,
    from: status,
    ...(disputed.length === 0 ? {} : { settles: [...disputed] }),
  };
  return { kind: 'event', table: 'application', id: applicationId, dossier: personId, event };
}

/** The plan's own moment and recruiter. */
export function stampOf(context: PlanContext): StatusStamp {
  return { at: context.now, by: context.recruiter.id, newId: () => context.newId() };
}

export function applicationOf({ applicationId, person }: Applicant) {
  return { applicationId, personId: person.id };
}

/** The same with what was seen of it. */
export function seenOf({ applicationId, person, status, disputed = [] }: Applicant): SeenApplication {
  return { applicationId, personId: person.id, status, disputed };
}
