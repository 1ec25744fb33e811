import { stagesPassed, type StageMarks } from '../../../../shared/domain/reports/stages-passed.js';
import type { Instant } from '../../../../shared/lib/time.js';
import type { VacancyId } from '../../../../shared/records/primitives.js';
import type { Roster } from '../../../data/roster/rows.js';
import { listApplications, sortApplications, type ListedApplication } from '../sort-applications.js';

/** G-6: an applicant of the vacancy and the stages that he or she passed. */
export interface StatisticsRow extends ListedApplication {
  readonly marks: StageMarks;
}

/** Every application of the vacancy that the list knows, by name. */
export function statisticsRows(
  roster: Roster,
  vacancyId: VacancyId,
  now: Instant,
  collator: Intl.Collator,
): readonly StatisticsRow[] {
  const listed = sortApplications(listApplications(roster, vacancyId), { column: 'name', descending: false }, collator);
  return listed.map((row) => {
    const { id, personId } = row.application;
    const meetings = roster.interviewsOf(personId).filter(({ applicationId }) => applicationId === id);
    return { ...row, marks: stagesPassed(row.application, meetings, now) };
  });
}
