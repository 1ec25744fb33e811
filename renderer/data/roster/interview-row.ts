import { accTime, isCancelled } from '../../../shared/domain/interview-answers.js';
import type { InterviewId } from '../../../shared/records/primitives.js';
import type { StoredRecord } from '../read-record.js';
import type { InterviewRow } from './rows.js';

export function interviewRow(id: InterviewId, { fields, events }: StoredRecord<'interview'>): InterviewRow {
  const answers = events.filter((event) => event.type === 'answer');
  return { ...fields, id, accTime: accTime(fields, events), answers, cancelled: isCancelled(events) };
}
