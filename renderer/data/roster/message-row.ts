import { stampsToReplace, type RecordState } from '../../../shared/changes/record-state.js';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import type { StoredRecord } from '../read-record.js';
import type { MessageRow } from './rows.js';

/** @param reassigned see {@link isReassigned} */
export function messageRow(
  id: MessageId,
  { fields, events }: StoredRecord<'message'>,
  reassigned: boolean,
): MessageRow {
  return {
    id,
    channel: fields.channel,
    purpose: fields.purpose,
    interviewId: fields.interviewId,
    sequence: fields.calendar?.sequence ?? fields.reminder?.sequence ?? null,
    remindsOf: fields.reminder?.startsAt ?? null,
    panelReviewId: fields.panelReviewId,
    replyTokenHash: fields.replyTokenHash,
    personId: fields.personId,
    applicationId: fields.applicationId,
    vacancyId: fields.vacancyId,
    toName: fields.to.name,
    toAddress: fields.to.address,
    // What an SMS says stands where an email's subject does.
    subject: fields.channel === 'sms' ? fields.text : fields.subject,
    language: fields.language,
    messageId: fields.messageId,
    queuedAt: fields.queuedAt,
    holdUntil: fields.holdUntil,
    deliverBy: fields.deliverBy,
    reassigned,
    ...foldDeliveries(fields.queuedAt, events),
  };
}

/** Whether who sends it was said by anything but its creation. */
export function isReassigned(state: RecordState): boolean {
  return stampsToReplace(state, 'deliverBy').some((stamp) => stamp !== state.created);
}
