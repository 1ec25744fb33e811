import { createHash, randomBytes } from 'node:crypto';
import type { Change } from '../../shared/changes/change-set.js';
import { stampOf } from '../../shared/changes/clock.js';
import { foldDeliveries } from '../../shared/domain/message-state.js';
import { setStatus } from '../../shared/domain/status-event.js';
import { DAY } from '../../shared/lib/time.js';
import type { ApplicationStatus } from '../../shared/records/application.js';
import type { Interview, InterviewEvent } from '../../shared/records/interview.js';
import type { Message } from '../../shared/records/message.js';
import type { Person } from '../../shared/records/person.js';
import type { ApplicationId, InterviewId, PersonId, VacancyId } from '../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  personCreate,
  setField,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import type { Queries } from '../database/database.js';
import { readInterview, readMessage, readStatus } from '../fold/read-known.js';
import { readRecords } from '../store/record-rows.js';
import type { AskingLaptop } from './asked-panel.js';
import { newId } from './records.js';

export interface InvitedFor {
  readonly person?: Partial<Person>;
  readonly interview?: Partial<Interview>;
  readonly mail?: Partial<Message>;
}

/** Somebody who was invited by a mail with a link, and is to be reminded. */
export class InvitedCandidate {
  readonly personId = newId<PersonId>();
  readonly vacancyId = newId<VacancyId>();
  readonly applicationId = newId<ApplicationId>();
  readonly interviewId = newId<InterviewId>();
  readonly startsAt: number;
  readonly #from: AskingLaptop;
  readonly #reminder = newId();
  readonly #invitation = newId();
  #written = 0;

  private constructor(from: AskingLaptop, startsAt: number) {
    this.#from = from;
    this.startsAt = startsAt;
  }

  /** The candidate, and the path of the link in the invitation. */
  static async invite(
    from: AskingLaptop,
    { person, interview = {}, mail }: InvitedFor = {},
  ): Promise<{ readonly candidate: InvitedCandidate; readonly path: string }> {
    const startsAt = interview.startsAt ?? Date.now() + 3 * DAY;
    const candidate = new InvitedCandidate(from, startsAt);
    const { personId, vacancyId, applicationId, interviewId } = candidate;
    const about = { personId, vacancyId, applicationId };
    await candidate.write([
      personCreate(personId, { language: 'en', ...person }),
      vacancyCreate(vacancyId, { title: 'Trainee power systems' }),
      applicationCreate(applicationId, about),
      interviewCreate(interviewId, { ...about, startsAt, place: 'Stand B12', ...interview }),
      setStatus({ applicationId, personId, status: 'new' }, 'invited', candidate.#stamp(), { interviewType: 'first' }),
      messageCreate(candidate.#reminder, {
        ...{ ...about, interviewId, purpose: 'reminder', channel: 'sms', holdUntil: startsAt - DAY },
        reminder: { daysBefore: 1, sequence: 0, startsAt, words: { channel: 'sms', text: 'Soon' } },
      }),
    ]);
    const path = await candidate.mail(0, { id: candidate.#invitation, ...mail });
    return { candidate, path };
  }

  /** A mail that tells a version of the interview, with a link of its own; its path. */
  async mail(sequence: number, { id = newId(), ...fields }: Partial<Message> & { id?: string } = {}): Promise<string> {
    const { personId, vacancyId, applicationId, interviewId, startsAt } = this;
    const token = randomBytes(32).toString('base64url');
    const mailbox = { name: 'Maja Lindhult', address: 'maja@example.com' };
    await this.write([
      messageCreate(id, {
        ...{ personId, vacancyId, applicationId, interviewId, purpose: 'invitation', language: 'en', from: mailbox },
        replyTokenHash: createHash('sha256').update(token).digest('hex'),
        calendar: {
          ...{ method: 'REQUEST', uid: `${interviewId}@fairdesk`, sequence, startsAt, minutes: 30 },
          ...{ summary: 'Interview', place: 'Stand B12', organiser: mailbox, attendee: mailbox },
        },
        ...fields,
      }),
    ]);
    return `/r/${token}`;
  }

  /** What a laptop writes about them, after all that stands. */
  async write(changes: readonly Change[]): Promise<void> {
    const { laptop, by } = this.#from;
    this.#written += 1;
    const stamp = stampOf({ node: laptop.device, ms: Date.now() + this.#written, counter: this.#written });
    const { status, text } = await laptop.write(changes, { by, stamp });
    const { refused } = JSON.parse(text) as { readonly refused: readonly unknown[] };
    if (status !== 200 || refused.length > 0) throw new Error(`what the test writes was not taken: ${text}`);
  }

  async become(from: ApplicationStatus, to: ApplicationStatus): Promise<void> {
    const { applicationId, personId } = this;
    await this.write([setStatus({ applicationId, personId, status: from }, to, this.#stamp())]);
  }

  /** The recruiter moves the interview, as *Edit meeting invitation* does. */
  async move(startsAt: number, sequence: number): Promise<void> {
    const target = this.interview;
    await this.write([setField(target, 'startsAt', startsAt, []), setField(target, 'sequence', sequence, [])]);
  }

  async note(event: Pick<InterviewEvent, 'type'> & Partial<InterviewEvent>): Promise<void> {
    const whole = { id: newId(), at: Date.now(), by: this.#from.by, ...event };
    await this.write([{ kind: 'event', ...this.interview, event: whole }]);
  }

  get interview() {
    return { table: 'interview', id: this.interviewId, dossier: this.personId } as const;
  }

  /** How everything stands that an answer may change, read as a laptop reads it. */
  async standing(queries: Queries, organisation: string) {
    const records = await readRecords(queries, organisation, [
      this.interview,
      { table: 'application', id: this.applicationId },
      ...[this.#reminder, this.#invitation].map((id) => ({ table: 'message', id })),
    ]);
    const of = (id: string) => records.find((record) => record.id === id)!;
    const { accTime, cancelled, answers } = readInterview(of(this.interviewId))!;
    const stateOf = (id: string) => {
      const { fields, events } = readMessage(of(id))!;
      const { state, reason } = foldDeliveries(fields.queuedAt, events);
      return reason === null ? state : `${state} ${reason}`;
    };
    return {
      ...{ accTime, cancelled, status: readStatus(of(this.applicationId)) },
      ...{ reminder: stateOf(this.#reminder), invitation: stateOf(this.#invitation) },
      given: answers.map(({ answer, via, by, wish }) => ({ answer, via, by, wish })),
    };
  }

  #stamp() {
    return { at: Date.now(), by: this.#from.by, newId: () => newId() };
  }
}
