import { accTime, isCancelled } from '../../../shared/domain/interview-answers.js';
import type { InterviewId } from '../../../shared/records/primitives.js';
import type { StoredRecord } from '../read-record.js';
import type { InterviewRow } from './rows.js';

export function interviewRow(id: InterviewId, { fields, events }: StoredRecord<'interview'>): InterviewRow {
  return { ...fields, id, accTime: accTime(fields, events), cancelled: isCancelled(events) };
}
