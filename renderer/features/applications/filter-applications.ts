import { isConsentValid } from '../../../shared/domain/capture-notice.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { ListFilter } from '../../state/application-lists.js';
import { inPeriod } from '../../state/period.js';
import { isInSection, type Section } from './sections.js';
import type { ListedApplication } from './sort-applications.js';

/** The day on which a list is looked at. */
export interface Day {
  /** The organisation's. */
  readonly zone: string;
  /** Calendar date in it. */
  readonly today: string;
}

/** The rows that a section and a filter let through, in the order they came. Every word must stand in the row. */
export function filterApplications(
  listed: readonly ListedApplication[],
  section: Section,
  filter: ListFilter,
  day: Day,
): readonly ListedApplication[] {
  const tests = [...sectionTest(section), ...filterTests(filter, day)];
  if (tests.length === 0) return listed;
  return listed.filter((row) => tests.every((test) => test(row)));
}

/** Whether anything is looked for at all. */
export function isFiltering(filter: ListFilter): boolean {
  const { query, statuses, stages, languages, received, hasCv, consented } = filter;
  const chosen = [received, hasCv, consented].some((choice) => choice !== null);
  return chosen || query.trim() !== '' || [statuses, stages, languages].some(({ length }) => length > 0);
}

type Test = (row: ListedApplication) => boolean;

function sectionTest(section: Section): readonly Test[] {
  if (section === 'overview') return [];
  return [({ application }) => isInSection(application.status, section)];
}

function filterTests(
  { query, statuses, stages, languages, received, hasCv, consented }: ListFilter,
  { zone, today }: Day,
): readonly Test[] {
  const tests: Test[] = [];
  if (statuses.length > 0) tests.push(({ application }) => statuses.includes(application.status));
  if (stages.length > 0) {
    tests.push(({ application: { interviewType, rejectionStage } }) =>
      stages.some((stage) => stage === interviewType || stage === rejectionStage),
    );
  }
  if (languages.length > 0) tests.push(({ person }) => languages.includes(person.language));
  if (hasCv !== null) tests.push(({ person }) => person.hasCv === hasCv);
  if (consented !== null) tests.push(({ person }) => isConsentValid(person.consent, today) === consented);
  if (received !== null) {
    const isReceived = inPeriod(received, zone);
    tests.push(({ application }) => isReceived(application.receivedAt));
  }
  for (const word of foldText(query).split(' ').filter(Boolean))
    tests.push(({ person }) => person.search.includes(word));
  return tests;
}
