import { addDays, addMonths, DAY, dateIn, roughInstant, type Instant } from '../lib/time.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Person } from '../records/person.js';
import { STATUS_RULES } from './application-status.js';
import type { Consent } from './capture-notice.js';
import type { KeepMarks } from './keep-marks.js';
import {
  addTerm,
  ceilingMonths,
  RETENTION_RULES,
  termOf,
  type RetentionCategory,
  type RetentionSettings,
} from './retention-rules.js';

/** How long everybody stands in *Candidates to be deleted* before anything is deleted. */
export const LIST_DAYS = 30;

/** What the rule asks of one person, from all of the person's dossiers. */
export interface RetentionFacts {
  readonly kind: Person['kind'];
  readonly capturedAt: Instant;
  readonly applications: readonly ApplicationFacts[];
  /** The longest that was given and not withdrawn. */
  readonly consent: Consent | null;
  /** When the last interview ends that was not called off; null without one. */
  readonly lastMeeting: Instant | null;
  /** A message to or about the person has not left yet. */
  readonly isWaiting: boolean;
  readonly marks: KeepMarks;
}

export interface ApplicationFacts {
  readonly status: ApplicationStatus;
  /** When it came or its status was set last. */
  readonly since: Instant;
  /** Since when its vacancy is not open any more, 0 where it is gone; null while it is open. */
  readonly vacancyEnded: Instant | null;
}

/** When somebody's details go, and why. */
export interface Due {
  readonly category: Exclude<RetentionCategory, 'employee'>;
  readonly why: 'procedure-ended' | 'captured' | 'consent-ended' | 'kept-longer';
  /** When that was, a calendar date. */
  readonly since: string;
  /** When the procedure ended, or they were met: from then on a ceiling counts. */
  readonly ended: string;
  /** The first day on which they may be deleted. */
  readonly due: string;
  /** Whether the rule deletes them, or only says that somebody should (G-12). */
  readonly action: 'erase' | 'by-hand';
}

/** Null while nothing says that the details must go: the procedure goes on, something waits, who was hired, a consent without an end. */
export function dueOf(facts: RetentionFacts, settings: RetentionSettings): Due | null {
  const { applications, consent, kind, marks } = facts;
  const last = endOfAll(facts);
  if (last === null || (consent !== null && consent.until === null)) return null;
  const hasApplied = applications.length > 0;
  const ended = dateIn(settings.zone, last);
  const without = hasApplied ? 'applicant' : 'met';
  const why = hasApplied ? 'procedure-ended' : 'captured';
  const ways: Pick<Due, 'category' | 'why' | 'since' | 'due'>[] = [
    { category: without, why, since: ended, due: addTerm(ended, termOf(settings)) },
  ];
  // Both name the last day on which the details are kept.
  if (consent !== null && consent.until !== null) {
    ways.push({ category: 'consented', why: 'consent-ended', since: consent.until, due: addDays(consent.until, 1) });
  }
  if (marks.keptLonger !== null) {
    const { until } = marks.keptLonger;
    ways.push({ category: without, why: 'kept-longer', since: until, due: addDays(until, 1) });
  }
  const longest = ways.reduce((one, other) => (other.due > one.due ? other : one));
  const category = kind === 'prospect' ? 'prospect' : longest.category;
  return { ...longest, category, ended, action: RETENTION_RULES[category].action };
}

/** When everything with somebody ended; null while anything goes on. */
function endOfAll({ applications, lastMeeting, capturedAt, isWaiting }: RetentionFacts): Instant | null {
  if (isWaiting || applications.some(({ status }) => status === 'hired')) return null;
  let last = Math.max(capturedAt, lastMeeting ?? 0);
  for (const application of applications) {
    const end = endOf(application);
    if (end === null) return null;
    last = Math.max(last, end);
  }
  return last;
}

/** When an application's procedure ended; null while it goes on. */
function endOf({ status, since, vacancyEnded }: ApplicationFacts): Instant | null {
  const { group } = STATUS_RULES[status];
  if (group === 'processed' || group === 'gone') return since;
  return vacancyEnded === null ? null : Math.max(since, vacancyEnded);
}

export interface ToBeDeleted extends Due {
  /** The day on which the rule deletes them; null where it does not: by hand only, or held. */
  readonly deletesOn: string | null;
  readonly isHeld: boolean;
  readonly isAnnounced: boolean;
}

export interface Moment {
  readonly now: Instant;
  /** What was announced earlier counts for nothing: nobody could look at the list meanwhile. 0 where somebody could. */
  readonly countsFrom: Instant;
}

/** How somebody stands in *Candidates to be deleted*; null for whoever is not due within the days that it shows. */
export function toBeDeleted(facts: RetentionFacts, settings: RetentionSettings, moment: Moment): ToBeDeleted | null {
  if (isFarOff(facts, settings, moment)) return null;
  const due = dueOf(facts, settings);
  const today = dateIn(settings.zone, moment.now);
  if (due === null || due.due > addDays(today, LIST_DAYS)) return null;
  const announcedAt = facts.marks.announced.get(due.due);
  const isHeld = facts.marks.holds.length > 0;
  const isAnnounced = announcedAt !== undefined && announcedAt >= moment.countsFrom;
  const listed = addDays(dateIn(settings.zone, isAnnounced ? announcedAt : moment.now), LIST_DAYS);
  const mayGo = due.action === 'erase' && !isHeld;
  return { ...due, isHeld, isAnnounced, deletesOn: mayGo ? (listed > due.due ? listed : due.due) : null };
}

/** Told by arithmetic alone, as of nearly everybody: calendars are slow, and lists ask of a hundred thousand. */
function isFarOff(facts: RetentionFacts, settings: RetentionSettings, { now }: Moment): boolean {
  const last = endOfAll(facts);
  const { consent, marks } = facts;
  if (last === null || (consent !== null && consent.until === null)) return true;
  const farOff = now + (LIST_DAYS + 2) * DAY;
  const untils = [consent?.until, marks.keptLonger?.until].filter((until) => typeof until === 'string');
  if (untils.some((until) => roughInstant(until) > farOff)) return true;
  const term = termOf(settings);
  const least = 'days' in term ? term.days : term.months * SHORTEST_MONTH;
  return last + (least - LIST_DAYS - 2) * DAY > now;
}

const SHORTEST_MONTH = 28;

/** What the rule does with somebody now: it deletes nobody who has not stood in the list for its whole time. */
export function retentionStep(
  facts: RetentionFacts,
  settings: RetentionSettings,
  moment: Moment,
): { readonly kind: 'announce'; readonly due: string } | { readonly kind: 'erase' } | null {
  const standing = toBeDeleted(facts, settings, moment);
  if (standing === null || standing.action === 'by-hand' || standing.isHeld) return null;
  if (!standing.isAnnounced) return { kind: 'announce', due: standing.due };
  const today = dateIn(settings.zone, moment.now);
  return standing.deletesOn !== null && standing.deletesOn <= today ? { kind: 'erase' } : null;
}

/** The last day up to which somebody may be kept longer without a legal hold. */
export function latestKeep({ ended }: Pick<Due, 'ended'>, { country }: Pick<RetentionSettings, 'country'>): string {
  return addMonths(ended, ceilingMonths(country));
}
