import type { Instant } from '../lib/time.js';
import type { ApplicationEvent, ApplicationStatus, RejectionStage } from '../records/application.js';
import type { InterviewType } from '../records/interview.js';

/**
 * C20: where a status is counted. Pending is part of active; every application counts once, and one that is `gone` (deleted,
 * or moved to another vacancy) nowhere.
 */
export type StatusGroup = 'active' | 'pending' | 'processed' | 'gone';

interface StatusRule {
  readonly group: StatusGroup;
  /** C26: where it may go from here. */
  readonly next: readonly ApplicationStatus[];
}

const FROM_ACTIVE = ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'] as const;

/** The status machine of T2, whole. */
export const STATUS_RULES = {
  new: { group: 'active', next: ['transferred', ...FROM_ACTIVE] },
  invited: { group: 'pending', next: FROM_ACTIVE },
  offered: { group: 'pending', next: FROM_ACTIVE },
  transferred: { group: 'active', next: FROM_ACTIVE },
  restored: { group: 'active', next: FROM_ACTIVE },
  saved: { group: 'processed', next: without('saved') },
  rejected: { group: 'processed', next: without('rejected') },
  withdrawn: { group: 'processed', next: without('withdrawn') },
  // G-10: whose employment is deleted is a candidate again.
  hired: { group: 'processed', next: ['restored', 'deleted'] },
  deleted: { group: 'gone', next: ['restored'] },
  moved: { group: 'gone', next: [] },
} as const satisfies Record<ApplicationStatus, StatusRule>;

/** All statuses, in the order of the records'. */
export const STATUSES = Object.keys(STATUS_RULES) as readonly ApplicationStatus[];

/** Those of T2, which lists and counters know. */
export const LISTED_STATUSES = STATUSES.filter(isListed);

/** C20: whether an application with this status stands in lists and counters. */
export function isListed(status: ApplicationStatus): boolean {
  return STATUS_RULES[status].group !== 'gone';
}

function without(status: ApplicationStatus): readonly ApplicationStatus[] {
  return FROM_ACTIVE.filter((one) => one !== status);
}

export function mayBecome(from: ApplicationStatus, to: ApplicationStatus): boolean {
  const rule: StatusRule = STATUS_RULES[from];
  return rule.next.includes(to);
}

/** Where an application stands: its status, and what T2 shows beside it. */
export interface Standing {
  readonly status: ApplicationStatus;
  /** Of an invited one. */
  readonly interviewType: InterviewType | null;
  /** Of a rejected one (R57), and of one that was saved after a rejection (C25). */
  readonly rejectionStage: RejectionStage | null;
  /** Of the same: why, of the organisation's list (C21). */
  readonly rejectionReasonId: string | null;
  /** Of the same: when. */
  readonly rejectedAt: Instant | null;
  /** G-8: the newest own step that was taken in this status. */
  readonly ownStepId: string | null;
}

const NEW: Standing = {
  status: 'new',
  interviewType: null,
  rejectionStage: null,
  rejectionReasonId: null,
  rejectedAt: null,
  ownStepId: null,
};

/**
 * The standing as its actions leave it, in the order of their stamps. A step that the table does not know (two laptops
 * acted without seeing each other) is passed over, so that no merge can produce an illegal status.
 */
export function foldStanding(events: readonly ApplicationEvent[]): Standing {
  let standing: Standing = NEW;
  for (const event of events) {
    if (event.type === 'own-step') standing = { ...standing, ownStepId: event.stepId };
    if (event.type !== 'status' || !mayBecome(standing.status, event.to)) continue;
    const kept = event.to === 'saved' ? standing : NEW;
    standing = {
      status: event.to,
      interviewType: event.interviewType,
      rejectionStage: event.rejection?.stage ?? kept.rejectionStage,
      rejectionReasonId: event.rejection?.reasonId ?? kept.rejectionReasonId,
      rejectedAt: event.rejection === null ? kept.rejectedAt : event.at,
      ownStepId: null,
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

/** C20: every application of a list counts once in `all`, and in one of `active` and `processed`; `pending` is a part of `active`. */
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
    if (group === 'gone') continue;
    counts.all += 1;
    counts[group === 'processed' ? 'processed' : 'active'] += 1;
    if (group === 'pending') counts.pending += 1;
  }
  return counts;
}
