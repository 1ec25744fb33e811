import { IconCheck, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { STAGES, type Stage, type StageMark } from '../../../../shared/domain/reports/stages-passed.js';
import type { MessageKey } from '../../../../shared/i18n/translate.js';
import { dateIn } from '../../../../shared/lib/time.js';
import type { Formats } from '../../../ui/formats.js';
import { tagIcon } from '../../../ui/icon-props.js';
import type { Report, ReportCell } from '../../../ui/report/report.js';
import classes from '../../../ui/report/report.module.css';
import { STAGE_WORDS } from '../../../ui/stage-words.js';
import { STATUS_LOOKS, stageOf, StatusTag } from '../../../ui/status-tag.js';
import type { StatisticsRow } from './statistics-rows.js';

export const STAGE_NAMES = {
  received: 'reports.stageReceived',
  initial: STAGE_WORDS.initial,
  first: STAGE_WORDS.first,
  second: STAGE_WORDS.second,
  third: STAGE_WORDS.third,
  offered: 'reports.stageOffered',
  hired: 'common.statusHired',
} as const satisfies Record<Stage, MessageKey>;

/** G-6: every applicant and the stages passed, each with its date. */
export function statisticsReport(rows: readonly StatisticsRow[], formats: Formats, t: TFunction): Report {
  return {
    columns: [
      { name: t('applications.name') },
      { name: t('dossier.vacancyStatus') },
      ...STAGES.map((stage) => ({ name: t(STAGE_NAMES[stage]) })),
    ],
    rows: rows.map((row) => ({
      key: row.application.id,
      cells: [nameCell(row), statusCell(row, t), ...STAGES.map((stage) => markCell(row.marks[stage], formats, t))],
    })),
  };
}

function nameCell({ name, application: { id, vacancyId } }: StatisticsRow): ReportCell {
  const params = { vacancyId, applicationId: id };
  return {
    value: name,
    shown: (
      <Link to="/vacancies/$vacancyId/applications/$applicationId" params={params}>
        {name}
      </Link>
    ),
  };
}

function statusCell({ application }: StatisticsRow, t: TFunction): ReportCell {
  const stage = stageOf(application);
  const words = [t(STATUS_LOOKS[application.status].word), ...(stage === null ? [] : [t(STAGE_WORDS[stage])])];
  return { value: words.join(', '), shown: <StatusTag status={application.status} stage={stage} /> };
}

function markCell(mark: StageMark | undefined, formats: Formats, t: TFunction): ReportCell {
  if (mark === undefined) return null;
  const { state, at } = mark;
  const word = t(state === 'passed' ? 'reports.passed' : 'reports.toCome');
  const Glyph = state === 'passed' ? IconCheck : IconClock;
  return {
    // A date alone would not say that it is still to come.
    value: at === null || state === 'ahead' ? word : { date: dateIn(formats.zone, at) },
    shown: (
      <span className={classes['mark']} data-ahead={state === 'ahead' || undefined} title={word}>
        <Glyph {...tagIcon} aria-hidden={undefined} role="img" aria-label={word} />
        {at === null ? null : formats.shortDate(at)}
      </span>
    ),
  };
}
