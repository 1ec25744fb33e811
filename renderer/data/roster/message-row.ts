import { foldDeliveries } from '../../../shared/domain/message-state.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import type { StoredRecord } from '../read-record.js';
import type { MessageRow } from './rows.js';

export function messageRow(id: MessageId, { fields, events }: StoredRecord<'message'>): MessageRow {
  return {
    id,
    purpose: fields.purpose,
    interviewId: fields.interviewId,
    sequence: fields.calendar?.sequence ?? null,
    panelReviewId: fields.panelReviewId,
    personId: fields.personId,
    applicationId: fields.applicationId,
    vacancyId: fields.vacancyId,
    toName: fields.to.name,
    toAddress: fields.to.address,
    subject: fields.subject,
    language: fields.language,
    messageId: fields.messageId,
    queuedAt: fields.queuedAt,
    holdUntil: fields.holdUntil,
    deliverBy: fields.deliverBy,
    ...foldDeliveries(fields.queuedAt, events),
  };
}
