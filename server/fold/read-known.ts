import { eventsOf, valuesOf } from '../../shared/changes/record-state.js';
import { accTime, isCancelled } from '../../shared/domain/interview-answers.js';
import { foldStanding } from '../../shared/domain/application-status.js';
import { ApplicationEvent, type ApplicationStatus } from '../../shared/records/application.js';
import { Interview, InterviewEvent, type GivenAnswer, type InterviewAnswer } from '../../shared/records/interview.js';
import { Message, MessageEvent } from '../../shared/records/message.js';
import type { KnownRecord } from './known-record.js';

/** A message as it stands, with its events in the order of their stamps; null when it is erased, or no message that is known here. */
export function readMessage({
  state,
}: KnownRecord): { readonly fields: Message; readonly events: readonly MessageEvent[] } | null {
  const fields = state.erased ? null : (Message.safeParse(valuesOf(state)).data ?? null);
  return fields === null ? null : { fields, events: eventsAs(MessageEvent, state) };
}

/** An interview as it stands; null when it is erased. */
export interface ReadInterview extends Interview {
  readonly cancelled: boolean;
  readonly accTime: InterviewAnswer | null;
  /** In the order of their stamps. */
  readonly answers: readonly GivenAnswer[];
}

export function readInterview({ state }: KnownRecord): ReadInterview | null {
  const fields = state.erased ? null : (Interview.safeParse(valuesOf(state)).data ?? null);
  if (fields === null) return null;
  const events = eventsAs(InterviewEvent, state);
  const answers = events.filter((event) => event.type === 'answer');
  return { ...fields, cancelled: isCancelled(events), accTime: accTime(fields, events), answers };
}

/** Where an application stands; null when it is erased. */
export function readStatus({ state }: KnownRecord): ApplicationStatus | null {
  return state.erased ? null : foldStanding(eventsAs(ApplicationEvent, state)).status;
}

/** An event of a kind that is not known here says nothing here. */
export function eventsAs<Event>(
  schema: { safeParse(value: unknown): { readonly data?: Event | undefined } },
  state: KnownRecord['state'],
): readonly Event[] {
  return eventsOf(state).flatMap((event) => {
    const read = schema.safeParse(event).data;
    return read === undefined ? [] : [read];
  });
}
