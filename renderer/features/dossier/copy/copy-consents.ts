import { NOTICE_VERSION } from '../../../../shared/domain/capture-notice.js';
import type { CopyBlock } from '../../../../shared/records/copy-document.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { createFormats } from '../../../ui/formats.js';
import { activityWords } from '../activity-words.js';
import type { CopiedPerson } from './copied-person.js';
import { facts, paragraph, quotes, subheading } from './copy-blocks.js';

/** Whatever was said about consent, and the words of each notice in the language and with the date that were read then. */
export function consentBlocks({ dossier }: PersonRecords, copied: CopiedPerson): readonly CopyBlock[] {
  const { t, formats } = copied;
  const consents = dossier.person.events.filter((event) => event.type === 'consent');
  if (consents.length === 0) return [paragraph(t('data.copy.consentsNone'))];
  const notices = new Map(
    consents
      .filter(({ given }) => given)
      .map((event) => [`${event.noticeVersion} ${event.language} ${event.until ?? ''}`, event]),
  );
  return [
    ...facts(
      consents.map((event) => {
        const words = activityWords({ ...event, kind: 'consent' }, copied);
        return [formats.date(event.at), `${words} (${t('dossier.noticeVersion', { version: event.noticeVersion })})`];
      }),
    ),
    ...[...notices.values()].flatMap(({ noticeVersion: version, language, until }) => [
      subheading(t('data.copy.noticeWords', { version })),
      ...(version === NOTICE_VERSION
        ? quotes(noticeWords(copied, language, until))
        : [paragraph(t('data.copy.noticeGone'))]),
    ]),
  ];
}

function noticeWords(
  { wordsOf, organisation, formats }: CopiedPerson,
  language: CopiedPerson['formats']['language'],
  until: string | null,
): string {
  const t = wordsOf(language);
  const date = until === null ? '–' : createFormats(language, formats.zone).calendarDate(until);
  return [
    t('capture.notice.who', { organisation }),
    t('capture.notice.purposeFair'),
    t('capture.notice.purposeDatabase'),
    t('capture.notice.until', { date }),
    t('capture.notice.recipients', { organisation }),
    t('capture.notice.rights'),
  ].join('\n');
}
