import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { instantAt } from '../../../shared/lib/time.js';
import { SHIPPED_REJECTION_REASONS } from '../../../shared/records/rejection-reason.js';
import type { FairId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import type { Change } from '../../../shared/changes/change-set.js';
import type { RosterTable } from '../../data/roster/roster-table.js';
import { rosterOf } from '../../testing/roster-of.js';
import { createFormats } from '../../ui/formats.js';
import { reportTable } from '../../ui/report/report.js';
import { fairView } from './fair-table.js';
import { rejectionView } from './rejection-table.js';
import { EVERYTHING } from './report-scope.js';
import { sourceView } from './source-table.js';

const ZONE = 'Europe/Oslo';
const [TRAINEE, CONTROLLER] = [testId<VacancyId>(10), testId<VacancyId>(11)];
const FAIR = testId<FairId>(20);
const FAIR_FIELDS = {
  ...{ name: 'Career Days', place: 'Oslo', stand: '', rooms: [], demo: false },
  ...{ firstDate: '2026-11-18', lastDate: '2026-11-19', opensAt: '09:00', closesAt: '16:00' },
};
const [REASON] = SHIPPED_REJECTION_REASONS;
const formats = createFormats('en', ZONE);
const { t } = createTranslator('en');
const at = (day: string, time = '12:00'): number => instantAt(ZONE, day, time);
const NOW = at('2026-11-30');
let made = 0;
const newId = (): string => testId(5000 + (made += 1));

const personId = (n: number): PersonId => testId(100 + n);

/** Somebody met on the 18th who applied on the same day. */
function met(n: number, vacancyId: VacancyId, fairId: FairId | null, ...more: readonly Change[]): readonly Change[] {
  return [
    personCreate(personId(n), { source: { fairId }, capturedAt: at('2026-11-18') }),
    applicationCreate(testId(200 + n), { personId: personId(n), vacancyId, receivedAt: at('2026-11-18') }),
    ...more,
  ];
}

function status(n: number, to: Parameters<typeof setStatus>[1], day: string, beside = {}): Change {
  const whose = { applicationId: testId<never>(200 + n), personId: personId(n), status: 'new' } as const;
  return setStatus(whose, to, { at: at(day), by: null, newId }, beside);
}

const rejection = (stage: string) => ({ rejection: { stage, reasonId: REASON?.id ?? '' } });

function roster(): RosterTable {
  const sent = {
    ...{ id: newId(), type: 'delivery', by: null, attempt: 1, reason: null, reply: null, retryAt: null },
  } as const;
  const mail = testId(900);
  const delivered = (state: string, time: string): Change => ({
    kind: 'event',
    table: 'message',
    id: mail,
    dossier: personId(1),
    event: { ...sent, id: newId(), state, at: at('2026-11-18', time) },
  });
  return rosterOf([
    organisationCreate(),
    { kind: 'create', table: 'fair', id: FAIR, dossier: null, fields: FAIR_FIELDS },
    vacancyCreate(TRAINEE, { title: 'Trainee', department: 'Grid' }),
    vacancyCreate(CONTROLLER, { title: 'Controller', department: 'Finance' }),
    ...met(1, TRAINEE, FAIR, status(1, 'rejected', '2026-11-20', rejection('review'))),
    messageCreate(mail, { personId: personId(1) }),
    delivered('sending', '14:00'),
    delivered('sent', '15:00'),
    ...met(
      2,
      TRAINEE,
      FAIR,
      status(2, 'invited', '2026-11-19', { interviewType: 'first' }),
      status(2, 'rejected', '2026-11-25', rejection('first')),
      status(2, 'saved', '2026-11-26'),
    ),
    ...met(3, CONTROLLER, null, status(3, 'rejected', '2026-11-21', rejection('review'))),
    ...met(4, CONTROLLER, FAIR, status(4, 'offered', '2026-11-21'), status(4, 'hired', '2026-11-22')),
    ...met(5, TRAINEE, FAIR, status(5, 'deleted', '2026-11-22')),
  ]);
}

describe('Rejection reasons report', () => {
  it('C21, C25 counts by reason and stage, the saved ones too', () => {
    const { rows } = reportTable(rejectionView(roster(), EVERYTHING, formats, t).report);
    expect(rows).toEqual([[REASON?.names.en, 2, 0, 1, 0, 0, 3]]);
  });

  it('keeps to the days of the rejections, to a vacancy and to a department', () => {
    const table = roster();
    const figures = (scope: Partial<typeof EVERYTHING>) =>
      reportTable(rejectionView(table, { ...EVERYTHING, ...scope }, formats, t).report).rows[0]?.at(-1);
    expect(figures({ period: { from: '2026-11-21', to: '2026-11-24' } })).toBe(1);
    expect(figures({ vacancyId: TRAINEE })).toBe(2);
    expect(figures({ department: 'Finance' })).toBe(1);
    expect(figures({ period: { from: '2026-12-01', to: null } })).toBeUndefined();
  });
});

it('G-15 Source says where the applications came from and where they stand; the deleted one is not there', () => {
  const { rows, heads } = reportTable(sourceView(roster(), EVERYTHING, formats, t).report);
  expect(heads).toEqual([
    'Source (fair)',
    'Under review',
    'Pending applications',
    'Hired',
    'Rejected',
    'Withdrawn',
    'Saved',
    'Total',
  ]);
  expect(rows).toEqual([
    ['Career Days', 0, 0, 1, 1, 0, 1, 3],
    ['Met at no fair', 0, 0, 0, 1, 0, 0, 1],
  ]);
});

it('of a fair: captured, applied, invited, offered, hired, and the hours until the first contact', () => {
  const { rows } = reportTable(fairView(roster(), EVERYTHING, NOW, formats, t).report);
  expect(rows).toEqual([
    ['Career Days', 4, 3, 1, 1, 1, 1, 3],
    ['Met at no fair', 1, 1, 0, 0, 0, 0, null],
  ]);
});

it.each(LANGUAGES)('every head and bar of the reports has words in %s', (language) => {
  const table = roster();
  const words = createTranslator(language).t;
  const own = createFormats(language, ZONE);
  for (const { plot, report } of [
    rejectionView(table, EVERYTHING, own, words),
    sourceView(table, EVERYTHING, own, words),
    fairView(table, EVERYTHING, NOW, own, words),
  ]) {
    const said = [plot.title, ...plot.bars.flatMap(({ name, figure }) => [name, figure]), ...reportTable(report).heads];
    for (const word of said) expect(word).not.toMatch(/^$|\w\.\w|\{/);
  }
});
