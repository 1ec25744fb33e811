import { foldStanding } from '../../../../shared/domain/application-status.js';
import { candidateType } from '../../../../shared/domain/candidate-type.js';
import { postalAddressOf } from '../../../../shared/domain/postal-address.js';
import type { CopyBlock, CopyDocument } from '../../../../shared/records/copy-document.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { CANDIDATE_TYPE_WORDS } from '../../../ui/candidate-type-words.js';
import { LANGUAGE_WORDS } from '../../../ui/language-words.js';
import { listActivities } from '../activities.js';
import { nameOf } from '../name-of.js';
import { recipientsOf, type CopiedPerson } from './copied-person.js';
import { applicationBlocks, history } from './copy-applications.js';
import { facts, heading, paragraph } from './copy-blocks.js';
import { consentBlocks } from './copy-consents.js';
import { appointmentBlocks, interviewBlocks } from './copy-meetings.js';
import { letterBlocks, messageBlocks } from './copy-messages.js';

/** In the ZIP these are not translated: programs look for them. */
export const PERSON_FILE = 'person.json';
export const FILES_FOLDER = 'files';

/**
 * What is kept about a person as a document that the person reads: in the language of the mails to them. Who of the organisation
 * wrote something is not in it; what they wrote is (docs/adr/0030).
 */
export function copyDocument(copied: CopiedPerson): CopyDocument {
  const { t, formats, roster, organisation, now, today, dossiers } = copied;
  const date = formats.date(now);
  return {
    language: formats.language,
    title: t('data.copy.title', { organisation }),
    company: roster.organisation?.name ?? '',
    date: today,
    unreadable: t('data.copy.unreadable'),
    blocks: [
      paragraph(t('data.copy.intro', { organisation, date, json: PERSON_FILE, folder: FILES_FOLDER })),
      ...dossiers.flatMap((records) => dossierBlocks(records, copied)),
      ...fileBlocks(copied),
      ...recipientBlocks(copied),
      ...missingBlocks(copied),
      heading(t('data.copy.rights')),
      paragraph(t('capture.notice.rights')),
    ],
  };
}

function dossierBlocks(records: PersonRecords, copied: CopiedPerson): readonly CopyBlock[] {
  const { t } = copied;
  const takenBack = records.records.reduce((sum, one) => sum + one.takenBack.length, 0);
  return [
    heading(t('data.copy.details')),
    ...details(records, copied),
    heading(t('data.copy.consents')),
    ...consentBlocks(records, copied),
    heading(t('dossier.applications')),
    ...applicationBlocks(records, copied),
    ...interviewBlocks(records, copied),
    ...appointmentBlocks(records, copied),
    ...messageBlocks(records, copied),
    ...letterBlocks(records, copied),
    heading(t('data.copy.historyOther')),
    ...history(listActivities(records.dossier, null), copied),
    ...(takenBack === 0 ? [] : [paragraph(t('data.copy.takenBack', { count: takenBack, json: PERSON_FILE }))]),
  ];
}

function details({ dossier }: PersonRecords, { t, formats, roster }: CopiedPerson): readonly CopyBlock[] {
  const { fields, events } = dossier.person;
  const type = candidateType({
    kind: fields.kind,
    statuses: dossier.applications.map(({ events: of }) => foldStanding(of).status),
    hasCv: dossier.documents.some(({ fields: { kind } }) => kind === 'cv'),
  });
  const fair = fields.source.fairId === null ? undefined : roster.fairs.get(fields.source.fairId);
  return facts([
    [t('data.copy.name'), nameOf(fields)],
    [t('capture.email'), fields.email],
    [t('capture.phone'), fields.phone],
    [t('dossier.postalAddress'), postalAddressOf(events)],
    [t('capture.school'), fields.school],
    [t('capture.city'), fields.city],
    [t('capture.language'), t(LANGUAGE_WORDS[fields.language])],
    [t('data.copy.type'), t(CANDIDATE_TYPE_WORDS[type])],
    [
      t('dossier.met', { date: formats.date(fields.capturedAt) }),
      fair === undefined ? t('dossier.sourceUnknown') : t('dossier.source', { fair: fair.name }),
    ],
  ]);
}

/** Each file of the dossier by its name, and where it lies in the ZIP. */
function fileBlocks({ t, formats, dossiers, files }: CopiedPerson): readonly CopyBlock[] {
  const documents = dossiers.flatMap(({ dossier }) => dossier.documents);
  if (documents.length === 0) return [];
  return [
    heading(t('data.copy.files')),
    ...facts(
      documents.map(({ id, fields }) => {
        const file = files.find(({ documentId }) => documentId === id);
        const lies =
          file === undefined || file.bytes === null ? t('data.copy.fileDamaged', { name: fields.name }) : file.path;
        return [fields.name, [lies, formats.bytes(fields.size), formats.date(fields.addedAt)].join(' · ')];
      }),
    ),
  ];
}

function recipientBlocks(copied: CopiedPerson): readonly CopyBlock[] {
  const { t, formats, organisation } = copied;
  const recipients = recipientsOf(copied);
  return [
    heading(t('data.copy.recipients')),
    paragraph(t('data.copy.recipientsOwn', { organisation })),
    ...(recipients.length === 0 ? [paragraph(t('data.copy.recipientsNone', { organisation }))] : []),
    ...facts(
      recipients.map(({ at, purpose, name, address }) => [
        formats.date(at),
        `${t(purpose === 'forward' ? 'data.copy.recipientForward' : 'data.copy.recipientPanel')}: ${
          name === '' || name === address ? address : `${name} <${address}>`
        }`,
      ]),
    ),
  ];
}

function missingBlocks({ t, organisation }: CopiedPerson): readonly CopyBlock[] {
  return [
    heading(t('data.copy.missing')),
    paragraph(t('data.copy.missingNames', { organisation })),
    paragraph(t('data.copy.missingSecrets')),
    paragraph(t('data.copy.missingEarlier')),
  ];
}
