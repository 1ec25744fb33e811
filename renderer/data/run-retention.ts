import { parseStamp } from '../../shared/changes/clock.js';
import { noteKeeping } from '../../shared/domain/keep-marks.js';
import { LIST_DAYS, retentionStep } from '../../shared/domain/retention.js';
import { success, type Result } from '../../shared/lib/result.js';
import { dateIn, DAY } from '../../shared/lib/time.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { CommitErrorCode } from './commit.js';
import { retentionFacts, retentionSettings } from './retention-facts.js';
import type { Session } from './session.js';

/** What the rule did: how many it announced, and how many it deleted. */
interface Ran {
  readonly announced: number;
  readonly deleted: number;
}

/**
 * What the rule of retention asks for now, on a laptop without a server (docs/adr/0058): announces who is due, and deletes who was
 * announced for long enough. Once more does nothing more; cut off in between, the next time does the rest.
 */
export async function runRetention(session: Session): Promise<Result<Ran, CommitErrorCode>> {
  const now = session.now();
  const roster = session.roster.current();
  const settings = retentionSettings(roster);
  const moment = { now, countsFrom: wasAway(session, now) ? now : 0 };
  const announced: { readonly id: PersonId; readonly due: string }[] = [];
  const over: PersonId[] = [];
  for (const person of roster.people.values()) {
    const step = retentionStep(retentionFacts(roster, person), settings, moment);
    if (step?.kind === 'announce') announced.push({ id: person.id, due: step.due });
    if (step?.kind === 'erase') over.push(person.id);
  }
  if (announced.length > 0) {
    const changes = announced.map(({ id, due }) =>
      noteKeeping(id, { type: 'deletion-announced', due }, { id: session.newId(), at: now, by: null }),
    );
    const saved = await session.commit({ action: 'announce-deletion', by: null, changes });
    if (!saved.ok) return saved;
  }
  if (over.length > 0) {
    const everywhere = new Set(over);
    const today = dateIn(settings.zone, now);
    const erased = await session.erase({ people: over, applications: new Set(), everywhere, today, byRule: true });
    if (!erased.ok) return erased;
  }
  return success({ announced: announced.length, deleted: over.length });
}

/** Whether nothing was written here for as long as the list shows things: it stood there for nobody, or a clock jumped. */
function wasAway({ journal: { stamp } }: Session, now: number): boolean {
  return stamp !== null && now - parseStamp(stamp).ms > LIST_DAYS * DAY;
}
