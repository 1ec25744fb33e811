import { foldStanding } from '../../../../shared/domain/application-status.js';
import { offeredAt } from '../../../../shared/domain/offered-at.js';
import { standingRatings } from '../../../../shared/domain/panel-rating.js';
import type { CopyBlock } from '../../../../shared/records/copy-document.js';
import { PersonIdSchema, type ApplicationId } from '../../../../shared/records/primitives.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { STAGE_WORDS } from '../../../ui/stage-words.js';
import { stageOf, STATUS_LOOKS } from '../../../ui/status-tag.js';
import { listActivities, type Activity } from '../activities.js';
import { activityWords } from '../activity-words.js';
import type { StoredApplication } from '../shown.js';
import { reviewerWords, type CopiedPerson } from './copied-person.js';
import { facts, paragraph, quotes, subheading } from './copy-blocks.js';

/** Each application with its words, its answers, what was agreed, what reviewers said, and everything that happened. */
export function applicationBlocks({ dossier }: PersonRecords, copied: CopiedPerson): readonly CopyBlock[] {
  const { t } = copied;
  if (dossier.applications.length === 0) return [paragraph(t('data.copy.applicationsNone'))];
  const general = new Set(listActivities(dossier, null).map(keyOf));
  return dossier.applications.flatMap((application) => {
    const activities = listActivities(dossier, application.id as ApplicationId, copied.reviews);
    const happened = activities.filter((activity) => !general.has(keyOf(activity)));
    return [
      ...standing(application, copied),
      ...answers(application, copied),
      ...terms(application, copied),
      ...reviews(application, copied),
      ...titled(t('data.copy.history'), history(happened, copied)),
    ];
  });
}

/** What happened, the newest first, with notes and ratings in full; reviewers by their numbers. */
export function history(activities: readonly Activity[], copied: CopiedPerson): readonly CopyBlock[] {
  const numbers = reviewerWords(copied);
  return facts(
    activities.map((activity) => [
      copied.formats.dateTimeFrom(0, activity.at),
      activityWords(unnamed(activity, numbers), copied),
    ]),
  );
}

/** No heading over nothing. */
function titled(title: string, blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  return blocks.length === 0 ? [] : [subheading(title), ...blocks];
}

function unnamed(activity: Activity, numbers: ReadonlyMap<string, string>): Activity {
  if (activity.kind === 'panel-rating' || activity.kind === 'panel-rating-withdrawal') {
    return { ...activity, reviewer: numbers.get(activity.reviewerId) ?? null };
  }
  // That somebody was taken for another person is told; who that is, is that person's affair. No person has an event's id.
  if (activity.kind === 'not-same') return { ...activity, other: PersonIdSchema.parse(activity.id) };
  if (activity.kind !== 'panel-request') return activity;
  const reviewers = activity.reviewers.map((one) => ({ ...one, name: numbers.get(one.id) ?? '–' }));
  return { ...activity, reviewers };
}

function keyOf({ kind, id }: Activity): string {
  return `${kind} ${id}`;
}

function standing({ fields, events }: StoredApplication, { t, formats, roster }: CopiedPerson): readonly CopyBlock[] {
  const vacancy = roster.vacancies.get(fields.vacancyId);
  const now = foldStanding(events);
  const stage = stageOf(now);
  const status = [t(STATUS_LOOKS[now.status].word), ...(stage === null ? [] : [t(STAGE_WORDS[stage])])].join(' · ');
  const offered = offeredAt(events);
  return [
    subheading(vacancy?.title ?? t('dossier.vacancyGone')),
    ...facts([
      [t('vacancies.reference'), vacancy?.reference ?? ''],
      [t('data.copy.received'), formats.date(fields.receivedAt)],
      [t('dossier.vacancyStatus'), status],
      [t('data.copy.offered'), offered === null ? '' : formats.date(offered)],
    ]),
    ...quotes(fields.text),
  ];
}

function answers({ fields }: StoredApplication, { t, roster }: CopiedPerson): readonly CopyBlock[] {
  const questions = roster.vacancies.get(fields.vacancyId)?.questions ?? [];
  const rows = facts(
    Object.entries(fields.answers).map(([id, answer]) => [
      questions.find((question) => question.id === id)?.text ?? '–',
      answer,
    ]),
  );
  return titled(t('data.copy.answers'), rows);
}

/** C24: what a contract or a hiring agreed on, the newest. */
function terms({ events }: StoredApplication, { t, formats, roster }: CopiedPerson): readonly CopyBlock[] {
  const newest = events.findLast((event) => event.type === 'employment');
  if (newest === undefined) return [];
  const { position, department, startDate, salary, own } = newest.terms;
  const labels = new Map([...roster.contractTags.values()].map(({ name, label }) => [name, label]));
  return [
    subheading(t('employees.agreed')),
    ...facts([
      [t('progress.columnPosition'), position],
      [t('progress.columnDepartment'), department],
      [t('progress.columnStartDate'), startDate === null ? '' : formats.calendarDate(startDate)],
      [t('progress.columnSalary'), salary],
      ...Object.entries(own).map(([name, value]) => [labels.get(name) ?? name, value] as const),
    ]),
  ];
}

/** R47: stars and words, without whose they are. */
function reviews({ events }: StoredApplication, copied: CopiedPerson): readonly CopyBlock[] {
  const { t } = copied;
  const numbers = reviewerWords(copied);
  const rows = facts(
    standingRatings(events).map(({ reviewerId, value, comment }) => [
      numbers.get(reviewerId) ?? t('panel.reviewerGone'),
      [value === null ? '' : t('common.ratingOf', { value }), comment].filter((word) => word !== '').join('\n') || '–',
    ]),
  );
  return titled(t('data.copy.reviews'), rows);
}
