import { expect, it } from 'vitest';
import { createTranslator } from '../../../../shared/i18n/translate.js';
import { LANGUAGES } from '../../../../shared/records/primitives.js';
import { testId } from '../../../../shared/testing/change-builders.js';
import { rows } from '../testing/list-rows.js';
import { extractTable, type ExtractContext } from './extract-table.js';

const NOTHING: ExtractContext['roster'] = { vacancies: new Map(), fairs: new Map(), organisation: null };

function extract(sample: ReturnType<typeof rows>, language: (typeof LANGUAGES)[number] = 'en') {
  const { t } = createTranslator(language);
  return extractTable(sample, { roster: NOTHING, t, formats: { language, zone: 'Europe/Stockholm' } });
}

it('G-15 the fields are fixed, in their order', () => {
  expect(extract([]).heads).toEqual([
    'Vacancy',
    'Ref.',
    'First name',
    'Surname',
    'Email',
    'Mobile',
    'Language',
    'School and programme',
    'City',
    'Vacancy Status',
    'Interview type or rejection stage',
    'Reason for rejection',
    'Ranking',
    'Reference check',
    'Rating',
    'Panel review',
    'Own step',
    'Received',
    'Source (fair)',
    'Job offer sent',
    'Hired on',
    'Start date',
  ]);
});

it('G-15 a line for each application in the order of the list, in the words of the screen', () => {
  const { heads, rows: lines } = extract(
    rows(
      { name: 'Åsa Öst', status: 'rejected', stage: 'first', rating: 5.25, ranking: 2, referenceCheck: 'positive' },
      { name: 'Bo Ek', receivedAt: Date.UTC(2026, 10, 18, 23, 30) },
    ),
    'sv',
  );
  const of = (line: number, head: string) => lines[line]?.[heads.indexOf(head)];
  expect(lines.map(([, , given]) => given)).toEqual(['Åsa', 'Bo']);
  expect(of(0, 'Rangordning')).toBe(2);
  expect(of(0, 'Betyg')).toBe(5.3);
  expect(of(0, 'Språk')).toBe('Svenska');
  expect(of(1, 'Betyg')).toBeNull();
  // In the organisation's zone it is the day after.
  expect(of(1, 'Mottagen')).toEqual({ date: '2026-11-19' });
});

it('G-15 every line has a cell for every head, and a name for every language', () => {
  for (const language of LANGUAGES) {
    const { heads, rows: lines } = extract(rows({ name: 'Åsa Öst' }), language);
    expect(new Set(heads).size).toBe(heads.length);
    expect(lines[0]).toHaveLength(heads.length);
  }
});

it('G-15 the reason of a rejection, the panel and the dates come from what the list knows', () => {
  const [row] = rows({ name: 'Åsa Öst', status: 'hired' });
  if (row === undefined) throw new Error('no row');
  const marks = [3, null, 6].map((value, n) => ({ reviewId: testId<never>(n), reviewerId: testId(n), value }));
  const application = {
    ...row.application,
    panelRatings: marks,
    offeredAt: Date.UTC(2026, 10, 1, 9),
    hiredAt: Date.UTC(2026, 10, 2, 9),
  };
  const { heads, rows: lines } = extract([{ ...row, application }]);
  const of = (head: string) => lines[0]?.[heads.indexOf(head)];
  expect(of('Panel review')).toBe(4.5);
  expect(of('Job offer sent')).toEqual({ date: '2026-11-01' });
  expect(of('Hired on')).toEqual({ date: '2026-11-02' });
  expect(of('Start date')).toBeNull();
});
