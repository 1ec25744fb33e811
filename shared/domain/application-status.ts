import type { ApplicationEvent, ApplicationStatus, RejectionStage } from '../records/application.js';
import type { InterviewType } from '../records/interview.js';

/** C20: where a status is counted. Pending is part of active; every application counts once. */
export type StatusGroup = 'active' | 'pending' | 'processed';

interface StatusRule {
  readonly group: StatusGroup;
  /** C26: where it may go from here. */
  readonly next: readonly ApplicationStatus[];
}

const FROM_ACTIVE = ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'restored'] as const;

/** The status machine of T2, whole. */
export const STATUS_RULES = {
  new: { group: 'active', next: FROM_ACTIVE },
  invited: { group: 'pending', next: FROM_ACTIVE },
  offered: { group: 'pending', next: FROM_ACTIVE },
  transferred: { group: 'active', next: FROM_ACTIVE },
  restored: { group: 'active', next: FROM_ACTIVE },
  saved: { group: 'processed', next: ['invited', 'offered', 'rejected', 'withdrawn', 'hired', 'restored'] },
  rejected: { group: 'processed', next: ['invited', 'offered', 'saved', 'withdrawn', 'hired', 'restored'] },
  withdrawn: { group: 'processed', next: ['invited', 'offered', 'saved', 'rejected', 'hired', 'restored'] },
  hired: { group: 'processed', next: ['restored'] },
} as const satisfies Record<ApplicationStatus, StatusRule>;

/** All statuses, in the order of the records'. */
export const STATUSES = Object.keys(STATUS_RULES) as readonly ApplicationStatus[];

export function mayBecome(from: ApplicationStatus, to: ApplicationStatus): boolean {
  const rule: StatusRule = STATUS_RULES[from];
  return rule.next.includes(to);
}

/** Where an application stands: its status, and what T2 shows beside it. */
export interface Standing {
  readonly status: ApplicationStatus;
  /** Of an invited one. */
  readonly interviewType: InterviewType | null;
  /** Of a rejected one (R57). */
  readonly rejectionStage: RejectionStage | null;
}

/**
 * The standing as its actions leave it, in the order of their stamps. A step that the table does not know (two laptops
 * acted without seeing each other) is passed over, so that no merge can produce an illegal status.
 */
export function foldStanding(events: readonly ApplicationEvent[]): Standing {
  let standing: Standing = { status: 'new', interviewType: null, rejectionStage: null };
  for (const event of events) {
    if (event.type !== 'status' || !mayBecome(standing.status, event.to)) continue;
    standing = {
      status: event.to,
      interviewType: event.interviewType,
      rejectionStage: event.rejection?.stage ?? null,
    };
  }
  return standing;
}

export type StatusCounts = Readonly<Record<ApplicationStatus, number>>;

export function countStatuses(statuses: Iterable<ApplicationStatus>): StatusCounts {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<ApplicationStatus, number>;
  for (const status of statuses) counts[status] += 1;
  return counts;
}

/** C20: every application counts once in `all`, and in one of `active` and `processed`; `pending` is a part of `active`. */
export interface GroupCounts {
  readonly all: number;
  readonly active: number;
  readonly pending: number;
  readonly processed: number;
}

export function countGroups(applications: Iterable<{ readonly status: ApplicationStatus }>): GroupCounts {
  const counts = { all: 0, active: 0, pending: 0, processed: 0 };
  for (const { status } of applications) {
    const { group } = STATUS_RULES[status];
    counts.all += 1;
    counts[group === 'processed' ? 'processed' : 'active'] += 1;
    if (group === 'pending') counts.pending += 1;
  }
  return counts;
}
