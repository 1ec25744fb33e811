import { isPageOpen, type AnswerableInterview } from '../../../shared/domain/judge-answer.js';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import type { KnownInterview, KnownMessage } from '../../../shared/domain/progress-action.js';
import type { Message } from '../../../shared/records/message.js';
import { Organisation, ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { Person } from '../../../shared/records/person.js';
import type { InterviewId, MessageId } from '../../../shared/records/primitives.js';
import { Vacancy } from '../../../shared/records/vacancy.js';
import type { Queries } from '../../database/database.js';
import type { KnownRecord } from '../../fold/known-record.js';
import { readInterview, readMessage, readStatus } from '../../fold/read-known.js';
import { byKey, valueIn, type Records } from '../../fold/record-values.js';
import { findPageLink } from '../../store/page-links.js';
import { readDossiers, readRecords } from '../../store/record-rows.js';
import { pageOrganisation, type PageOrganisation } from '../page-organisation.js';

/** What stands behind a candidate's link. */
export interface Reply {
  readonly organisation: PageOrganisation;
  /** The mail with the link. */
  readonly mail: Pick<Message, 'language' | 'from'>;
  /** Version of the interview that it told. */
  readonly sequence: number;
  readonly interview: AnswerableInterview;
  readonly givenName: string;
  /** Its title; empty where it is not known any more. */
  readonly vacancy: string;
}

/**
 * What a token leads to; null for one that is unknown, of a time that was moved (C31), past, called off, or whose dossier is gone.
 * It only reads.
 */
export async function findReply(queries: Queries, token: string, now: number): Promise<Reply | null> {
  const link = await findPageLink(queries, 'message', token);
  if (link === null) return null;
  const [record] = (await readRecords(queries, link.organisation, [{ table: 'message', id: link.id }])).filter(
    ({ table }) => table === 'message',
  );
  const mail = record === undefined ? null : (readMessage(record)?.fields ?? null);
  const { personId = null, interviewId = null, vacancyId = null } = mail ?? {};
  const sequence = mail?.calendar?.sequence ?? mail?.reminder?.sequence;
  if (mail === null || personId === null || interviewId === null || sequence === undefined) return null;
  const dossier = await readDossiers(queries, link.organisation, {
    dossiers: [personId],
    tables: ['person', 'application', 'interview', 'message'],
  });
  const around = byKey(
    await readRecords(queries, link.organisation, [
      { table: 'organisation', id: ORGANISATION_ID },
      ...(vacancyId === null ? [] : [{ table: 'vacancy', id: vacancyId }]),
    ]),
  );
  const person = valueIn(byKey(dossier), 'person', personId, Person);
  const organisation = valueIn(around, 'organisation', ORGANISATION_ID, Organisation);
  const interview = answerable(interviewId, dossier);
  if (person === null || organisation === null || interview === null) return null;
  if (!isPageOpen(interview, sequence, now)) return null;
  return {
    organisation: await pageOrganisation(queries, link.organisation, organisation),
    mail,
    sequence,
    interview,
    givenName: person.givenName,
    vacancy: titleOf(around, vacancyId),
  };
}

function titleOf(around: Records, vacancyId: string | null): string {
  return vacancyId === null ? '' : (valueIn(around, 'vacancy', vacancyId, Vacancy)?.title ?? '');
}

/** An interview with all that is known of its person; null where it or its application is not there. */
function answerable(id: InterviewId, dossier: readonly KnownRecord[]): AnswerableInterview | null {
  const interviews = dossier.flatMap(interviewIn);
  const interview = interviews.find((one) => one.id === id);
  if (interview === undefined) return null;
  const { applicationId, cancelled, answers } = interview;
  const application = dossier.find((record) => record.table === 'application' && record.id === applicationId);
  const status = application === undefined ? null : readStatus(application);
  if (status === null) return null;
  const messages = dossier.flatMap(messageIn);
  return { id, fields: interview, status, messages, interviews, cancelled, answers, invited: [] };
}

function interviewIn(record: KnownRecord): readonly (NonNullable<ReturnType<typeof readInterview>> & KnownInterview)[] {
  const interview = record.table === 'interview' ? readInterview(record) : null;
  return interview === null ? [] : [{ ...interview, id: record.id as InterviewId }];
}

function messageIn(record: KnownRecord): readonly KnownMessage[] {
  const message = record.table === 'message' ? readMessage(record) : null;
  if (message === null) return [];
  const { applicationId, interviewId, purpose, calendar, reminder, queuedAt } = message.fields;
  const { state, attempt } = foldDeliveries(queuedAt, message.events);
  const sequence = calendar?.sequence ?? reminder?.sequence ?? null;
  return [{ id: record.id as MessageId, applicationId, interviewId, purpose, state, sequence, attempt }];
}
