import { accTime } from '../../../../shared/domain/interview-answers.js';
import { durationWords } from '../../../../shared/domain/interview-mail.js';
import type { CopyBlock } from '../../../../shared/records/copy-document.js';
import type { RecruiterId } from '../../../../shared/records/primitives.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { ANSWER_LOOKS } from '../../../ui/answer-looks.js';
import { INTERVIEW_WORDS } from '../../../../shared/i18n/interview-words.js';
import { KIND_WORDS } from '../../../ui/interview-words.js';
import type { CopiedPerson } from './copied-person.js';
import { facts, heading, subheading } from './copy-blocks.js';

/** The interviews, with whom the person met there: they have met, so these names are no secret. */
export function interviewBlocks({ dossier }: PersonRecords, copied: CopiedPerson): readonly CopyBlock[] {
  const { t } = copied;
  if (dossier.interviews.length === 0) return [];
  return [
    heading(t('data.copy.interviews')),
    ...dossier.interviews.flatMap(({ fields, events }) => {
      const answer = accTime(fields, events);
      const isCancelled = events.some(({ type }) => type === 'cancellation');
      return [
        subheading(t(INTERVIEW_WORDS[fields.type])),
        ...facts([
          ...slot(fields, copied),
          [t('interview.kind'), fields.kind === null ? '' : t(KIND_WORDS[fields.kind])],
          [t('interview.answer'), answer === null ? t('interview.noInvitation') : t(ANSWER_LOOKS[answer].word)],
          [t('dossier.messageState'), isCancelled ? t('data.copy.cancelled') : ''],
        ]),
      ];
    }),
  ];
}

export function appointmentBlocks({ appointments }: PersonRecords, copied: CopiedPerson): readonly CopyBlock[] {
  const { t } = copied;
  if (appointments.length === 0) return [];
  return [
    heading(t('data.copy.appointments')),
    ...appointments.flatMap(({ fields, events }) => [
      subheading(fields.title),
      ...facts([
        ...slot(fields, copied),
        [t('dossier.messageState'), events.length === 0 ? '' : t('data.copy.cancelled')],
      ]),
    ]),
  ];
}

interface Slot {
  readonly startsAt: number;
  readonly minutes: number;
  readonly place: string;
  readonly recruiterIds: readonly RecruiterId[];
}

function slot(
  { startsAt, minutes, place, recruiterIds }: Slot,
  { t, formats, roster }: CopiedPerson,
): readonly (readonly [string, string])[] {
  const names = recruiterIds.flatMap((id) => roster.recruiters.get(id)?.name ?? []);
  return [
    [
      t('data.copy.when'),
      `${formats.dateTimeFrom(0, startsAt)} (${durationWords(formats.language, minutes)}, ${formats.zone})`,
    ],
    [t('calendar.place'), place],
    [t('data.copy.with'), formats.list(names)],
  ];
}
