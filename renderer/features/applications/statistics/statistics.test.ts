import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countStages } from '../../../../shared/domain/reports/stages-passed.js';
import { createTranslator } from '../../../../shared/i18n/translate.js';
import { APPLICATION_STATUSES, REJECTION_STAGES } from '../../../../shared/records/application.js';
import type { VacancyId } from '../../../../shared/records/primitives.js';
import { testId } from '../../../../shared/testing/change-builders.js';
import { RosterTable } from '../../../data/roster/roster-table.js';
import { createFormats } from '../../../ui/formats.js';
import { reportTable } from '../../../ui/report/report.js';
import { countProgress } from '../count-progress.js';
import { countSections } from '../sections.js';
import { rows } from '../testing/list-rows.js';
import { statisticsReport } from './statistics-report.js';
import { statisticsRows } from './statistics-rows.js';

const VACANCY = testId<VacancyId>(1);
const formats = createFormats('en', 'Europe/Oslo');

function rosterOf(listed: ReturnType<typeof rows>): RosterTable {
  const roster = new RosterTable();
  for (const { person, application } of listed) {
    const alone = { mergedInto: null, fairConsent: null, saidAt: { fair: 0, database: 0, address: 0 } };
    roster.people.put({ ...person, ...alone });
    roster.putApplication(application);
  }
  return roster;
}

it('C20 the statistics count exactly whom Application handling counts, each once', () => {
  const sample = fc.record({
    name: fc.constantFrom('Ebba Ek', 'Oskar Alm'),
    status: fc.constantFrom(...APPLICATION_STATUSES),
    stage: fc.constantFrom(...REJECTION_STAGES),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 20 }), (samples) => {
      const listed = rows(...samples);
      const shown = statisticsRows(rosterOf(listed), VACANCY, 1_000, formats.collator);
      const { overview } = countSections(listed.map(({ application }) => application));
      expect(shown).toHaveLength(overview);
      expect(countStages(shown.map(({ marks }) => marks))[0]?.passed).toBe(overview);
      expect(countProgress(shown, 'overview').reduce((sum, { count }) => sum + count, 0)).toBe(overview);
    }),
  );
});

it('G-6, C25 the table says of everybody the status and the day of each stage; in a file as well', () => {
  const day = Date.parse('2026-11-18T12:00:00Z');
  const [ebba] = rows({ name: 'Ebba Ek', status: 'saved', stage: 'second', receivedAt: day });
  if (ebba === undefined) throw new Error('a row');
  const application = { ...ebba.application, invitedAt: { initial: day }, offeredAt: day };
  const shown = statisticsRows(rosterOf([{ ...ebba, application }]), VACANCY, day, formats.collator);
  const table = reportTable(statisticsReport(shown, formats, createTranslator('en').t));
  expect(table.heads.slice(2)).toEqual([
    'Application received',
    'Initial meeting',
    '1st interview',
    '2nd interview',
    '3rd interview',
    'Job offer',
    'Hired',
  ]);
  const date = { date: '2026-11-18' };
  expect(table.rows).toEqual([['Ebba Ek', 'Saved, 2nd interview', date, date, null, 'Passed', null, date, null]]);
});
