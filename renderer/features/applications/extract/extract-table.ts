import type { TFunction } from 'i18next';
import { stepName } from '../../../../shared/domain/own-steps.js';
import type { MessageKey } from '../../../../shared/i18n/translate.js';
import { dateIn, type Instant } from '../../../../shared/lib/time.js';
import type { Roster } from '../../../data/roster/rows.js';
import type { Formats } from '../../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../../ui/language-words.js';
import { REFERENCE_WORDS } from '../../../ui/reference-words.js';
import { STAGE_WORDS } from '../../../ui/stage-words.js';
import { stageOf, STATUS_LOOKS } from '../../../ui/status-tag.js';
import type { Table, TableCell } from '../../../ui/table-file/table.js';
import type { ListedApplication } from '../sort-applications.js';

/** What the cells are made from besides the row itself. */
export interface ExtractContext {
  readonly roster: Pick<Roster, 'vacancies' | 'fairs' | 'organisation'>;
  readonly t: TFunction;
  readonly formats: Pick<Formats, 'language' | 'zone'>;
}

interface Column {
  readonly word: MessageKey;
  readonly cell: (row: ListedApplication, context: ExtractContext) => TableCell;
}

/** G-15: the fixed fields, in their order. */
const COLUMNS: readonly Column[] = [
  { word: 'capture.vacancy', cell: (row, { roster }) => vacancyOf(row, roster)?.title ?? '' },
  { word: 'applications.extractReference', cell: (row, { roster }) => vacancyOf(row, roster)?.reference ?? '' },
  { word: 'capture.givenName', cell: ({ person }) => person.givenName },
  { word: 'capture.familyName', cell: ({ person }) => person.familyName },
  { word: 'capture.email', cell: ({ person }) => person.email },
  { word: 'capture.phone', cell: ({ person }) => person.phone },
  { word: 'applications.language', cell: ({ person }, { t }) => t(LANGUAGE_WORDS[person.language]) },
  { word: 'capture.school', cell: ({ person }) => person.school },
  { word: 'capture.city', cell: ({ person }) => person.city },
  { word: 'dossier.vacancyStatus', cell: ({ application }, { t }) => t(STATUS_LOOKS[application.status].word) },
  { word: 'applications.extractStage', cell: stage },
  { word: 'applications.extractReason', cell: reason },
  { word: 'common.ranking', cell: ({ application }) => application.ranking },
  { word: 'common.referenceCheck', cell: referenceCheck },
  { word: 'applications.rating', cell: ({ application }) => tenths(application.rating) },
  { word: 'panel.tab', cell: panelAverage },
  {
    word: 'applications.step',
    cell: ({ step }, { formats }) => (step === null ? '' : stepName(step, formats.language)),
  },
  { word: 'applications.received', cell: ({ application }, { formats }) => day(application.receivedAt, formats) },
  { word: 'applications.extractSource', cell: source },
  { word: 'dossier.jobOfferSent', cell: ({ application }, { formats }) => day(application.offeredAt, formats) },
  { word: 'employees.hiredOn', cell: ({ application }, { formats }) => day(application.hiredAt, formats) },
  { word: 'progress.columnStartDate', cell: startDate },
];

/** The extract of applications: a line for each row, in their order; heads and values in the language of `t`. */
export function extractTable(rows: readonly ListedApplication[], context: ExtractContext): Table {
  return {
    heads: COLUMNS.map(({ word }) => context.t(word)),
    rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row, context))),
  };
}

function vacancyOf({ application }: ListedApplication, { vacancies }: ExtractContext['roster']) {
  return vacancies.get(application.vacancyId);
}

function stage({ application }: ListedApplication, { t }: ExtractContext): TableCell {
  const reached = stageOf(application);
  return reached === null ? '' : t(STAGE_WORDS[reached]);
}

function reason({ application }: ListedApplication, { roster, formats }: ExtractContext): TableCell {
  const reasons = roster.organisation?.rejectionReasons ?? [];
  return reasons.find(({ id }) => id === application.rejectionReasonId)?.names[formats.language] ?? '';
}

function referenceCheck({ application }: ListedApplication, { t }: ExtractContext): TableCell {
  return application.referenceCheck === null ? '' : t(REFERENCE_WORDS[application.referenceCheck]);
}

function panelAverage({ application }: ListedApplication): TableCell {
  const stars = application.panelRatings.flatMap(({ value }) => (value === null ? [] : [value]));
  return stars.length === 0 ? null : tenths(stars.reduce((sum, value) => sum + value, 0) / stars.length);
}

function source({ person }: ListedApplication, { roster }: ExtractContext): TableCell {
  return (person.fairId === null ? undefined : roster.fairs.get(person.fairId))?.name ?? '';
}

function startDate({ application }: ListedApplication): TableCell {
  const date = application.employment?.startDate ?? null;
  return date === null ? null : { date };
}

function day(at: Instant | null, { zone }: ExtractContext['formats']): TableCell {
  return at === null ? null : { date: dateIn(zone, at) };
}

function tenths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
