import { foldLetter } from '../../../shared/domain/letter-state.js';
import type { LetterId } from '../../../shared/records/primitives.js';
import type { StoredRecord } from '../read-record.js';
import type { LetterRow } from './rows.js';

export function letterRow(id: LetterId, { fields, events }: StoredRecord<'letter'>): LetterRow {
  const { personId, applicationId, vacancyId, template, document, writtenAt } = fields;
  const { recipient, subject, language } = document;
  return {
    id,
    personId,
    applicationId,
    vacancyId,
    template,
    toName: recipient.name,
    address: recipient.address.join(', '),
    subject,
    language,
    writtenAt,
    ...foldLetter(writtenAt, events),
  };
}
