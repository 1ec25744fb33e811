import { isListed, LISTED_STATUSES, STATUS_RULES } from '../../../shared/domain/application-status.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { ApplicationRow } from '../../data/roster/rows.js';

/** The counted sections of *Application handling* (T3, G-6). */
export const SECTIONS = ['overview', 'pending', 'ranking', 'processed', 'saved'] as const;
export type Section = (typeof SECTIONS)[number];

/** What decides in which sections an application stands. */
export type Placed = Pick<ApplicationRow, 'status' | 'ranking'>;

/**
 * C20: the overview holds every application of the vacancy, the others are parts of it. *Ranking* holds those that were
 * ranked and that nothing is decided about yet: it is for whom to go on with (G-7). *Saved* is a part of *Processed*.
 */
export function isInSection({ status, ranking }: Placed, section: Section): boolean {
  const { group } = STATUS_RULES[status];
  switch (section) {
    case 'overview':
      return isListed(status);
    case 'ranking':
      return ranking !== null && (group === 'active' || group === 'pending');
    case 'saved':
      return status === 'saved';
    case 'pending':
    case 'processed':
      return group === section;
  }
}

/** The statuses that an application of the section can have. */
export function statusesIn(section: Section): readonly ApplicationStatus[] {
  return LISTED_STATUSES.filter((status) => isInSection({ status, ranking: 1 }, section));
}

export type SectionCounts = Readonly<Record<Section, number>>;

export function countSections(applications: Iterable<Placed>): SectionCounts {
  const counts = { overview: 0, pending: 0, ranking: 0, processed: 0, saved: 0 };
  for (const application of applications) {
    for (const section of SECTIONS) if (isInSection(application, section)) counts[section] += 1;
  }
  return counts;
}

/** What the address of the list may carry besides the vacancy. */
export interface SectionSearch {
  readonly section?: Exclude<Section, 'overview'>;
}

/** For the route: whatever stands in the address, a section that exists or none. */
export function readSectionSearch(search: Readonly<Record<string, unknown>>): SectionSearch {
  const section = SECTIONS.find((known) => known === search['section']);
  return section === undefined || section === 'overview' ? {} : { section };
}
