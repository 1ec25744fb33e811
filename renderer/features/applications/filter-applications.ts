import { isConsentValid } from '../../../shared/domain/capture-notice.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { Ranking } from '../../../shared/records/application.js';
import type { ApplicationRow } from '../../data/roster/rows.js';
import type { ListFilter, RankingChoice } from '../../state/application-lists.js';
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

/** A ranking as filters and groups know it. */
export function rankingChoice({ ranking }: Pick<ApplicationRow, 'ranking'>): RankingChoice {
  return ranking === null ? 'none' : RANKING_CHOICES[ranking];
}

const RANKING_CHOICES = { 1: '1', 2: '2', 3: '3' } as const satisfies Record<Ranking, RankingChoice>;

/** Whether anything is looked for at all. */
export function isFiltering(filter: ListFilter): boolean {
  const { query, statuses, stages, stepIds, rankings, referenceChecks, languages, received, hasCv, consented } = filter;
  const chosen = [received, hasCv, consented].some((choice) => choice !== null);
  const lists = [statuses, stages, stepIds, rankings, referenceChecks, languages];
  return chosen || query.trim() !== '' || lists.some(({ length }) => length > 0);
}

type Test = (row: ListedApplication) => boolean;

function sectionTest(section: Section): readonly Test[] {
  if (section === 'overview') return [];
  return [({ application }) => isInSection(application, section)];
}

function filterTests(
  { query, statuses, stages, stepIds, rankings, referenceChecks, languages, received, hasCv, consented }: ListFilter,
  { zone, today }: Day,
): readonly Test[] {
  const tests: Test[] = [];
  if (statuses.length > 0) tests.push(({ application }) => statuses.includes(application.status));
  if (stages.length > 0) {
    tests.push(({ application: { interviewType, rejectionStage } }) =>
      stages.some((stage) => stage === interviewType || stage === rejectionStage),
    );
  }
  if (stepIds.length > 0) tests.push(({ application }) => stepIds.some((id) => id === application.ownStepId));
  if (rankings.length > 0) tests.push(({ application }) => rankings.includes(rankingChoice(application)));
  if (referenceChecks.length > 0) {
    tests.push(({ application }) => referenceChecks.includes(application.referenceCheck ?? 'none'));
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
