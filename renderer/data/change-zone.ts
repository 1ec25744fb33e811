import type { Change } from '../../shared/changes/change-set.js';
import {
  mailsToWrite,
  planZoneChange,
  remindersToWrite,
  type InterviewInZone,
  type OtherZone,
  type ZoneChange,
} from '../../shared/domain/change-zone.js';
import { failure } from '../../shared/lib/result.js';
import type { Instant } from '../../shared/lib/time.js';
import { RecruiterIdSchema, type MessageId } from '../../shared/records/primitives.js';
import type { CommitResult } from './commit.js';
import type { EarlierMessage, OpenMail } from './meeting.js';
import type { Roster } from './roster/rows.js';
import type { Session } from './session.js';

/** What a change of the organisation's zone did to what waited about interviews. */
export interface ZoneSaved extends Omit<ZoneChange, 'changes'> {
  readonly result: CommitResult;
}

/** The interviews to come, each with what was written about it. */
export function interviewsToCome(
  roster: Pick<Roster, 'interviews' | 'messagesOf'>,
  now: Instant,
): readonly InterviewInZone[] {
  return [...roster.interviews.values()]
    .filter(({ startsAt, cancelled }) => startsAt > now && !cancelled)
    .map((fields) => {
      const { id, personId } = fields;
      const messages = roster.messagesOf(personId).filter(({ interviewId }) => interviewId === id);
      return { id, fields, messages: messages.map((message) => ({ ...message, personId })) };
    });
}

/**
 * C3: saves the organisation with another zone, and what that makes of what waits about interviews, as one change.
 *
 * @param organisation its changes, the zone among them
 */
export async function saveZone(
  session: Session,
  { zone, organisation }: { readonly zone: OtherZone; readonly organisation: readonly Change[] },
  openMail: OpenMail,
): Promise<ZoneSaved> {
  const earlier = new Map<MessageId, EarlierMessage>();
  const { inZone } = await openMail(earlier);
  // Better no other zone than reminders that leave at the old one's nine o'clock.
  if (inZone === null) return { result: failure('host/fault'), ...NOTHING };
  let done: Omit<ZoneChange, 'changes'> = NOTHING;
  // Planned where nobody else can write: what leaves at this moment is not taken for something that waits.
  const changes = async (): Promise<readonly Change[]> => {
    const now = session.now();
    const interviews = interviewsToCome(session.roster.current(), now);
    const waiting = interviews.flatMap((one) => [...remindersToWrite(one, zone, now), ...mailsToWrite(one, zone)]);
    for (const { id } of waiting) {
      const stored = await session.message(id);
      if (stored !== null) earlier.set(id, stored.fields);
    }
    const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
    const context = { now, by, newId: () => session.newId() };
    const { changes: planned, ...rest } = planZoneChange(interviews, { zone, write: inZone(zone.to) }, context);
    done = rest;
    return [...organisation, ...planned];
  };
  return { result: await session.commit({ action: 'edit-organisation', changes }), ...done };
}

const NOTHING: Omit<ZoneChange, 'changes'> = { reminders: [], mails: [], unreminded: [], unwritten: [] };
