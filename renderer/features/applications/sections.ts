import { countGroups, isListed, STATUS_RULES } from '../../../shared/domain/application-status.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';

/** The counted sections of *Application handling* (T3, G-6). Ranking comes with what it counts. */
export const SECTIONS = ['overview', 'pending', 'processed'] as const;
export type Section = (typeof SECTIONS)[number];

/** C20: the overview holds every application of the vacancy; pending and processed are parts of it. */
export function isInSection(status: ApplicationStatus, section: Section): boolean {
  return section === 'overview' ? isListed(status) : STATUS_RULES[status].group === section;
}

export type SectionCounts = Readonly<Record<Section, number>>;

export function countSections(applications: Iterable<{ readonly status: ApplicationStatus }>): SectionCounts {
  const { all: overview, pending, processed } = countGroups(applications);
  return { overview, pending, processed };
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
