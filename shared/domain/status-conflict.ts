import type { ApplicationEvent, ApplicationStatus } from '../records/application.js';
import { mayBecome } from './application-status.js';

type StatusEvent = Extract<ApplicationEvent, { type: 'status' }>;

/** Steps of one application that were taken without seeing each other, and are not yet decided (docs/adr/0047). */
export interface StatusConflict {
  /** In the order of their stamps; at least two. */
  readonly steps: readonly StatusEvent[];
  /** Which of them made the status that stands; null where a step after them did. */
  readonly standing: string | null;
}

interface Walk {
  /** The status after each event, those that were taken back left out. */
  readonly after: readonly {
    readonly event: StatusEvent;
    readonly status: ApplicationStatus;
    readonly took: boolean;
  }[];
  /** Ids of steps that belong to one conflict. */
  readonly groups: readonly ReadonlySet<string>[];
}

/**
 * Whoever sets a status says which one stood there. Where, in the order of the stamps, another one stands, two people acted
 * without seeing each other. The same status set twice is no conflict: two invitations are one. `events` in that order; `taken`
 * are those of them that were taken back: whoever had seen one is not said to have missed something.
 */
export function statusConflict(
  events: readonly ApplicationEvent[],
  taken: ReadonlySet<string> = new Set(),
): StatusConflict | null {
  if (!events.some((event) => event.type === 'status' && event.from !== undefined)) return null;
  const { after, groups } = walk(events, taken);
  const open = groups.filter((group) => !isDecided(group, events, taken));
  if (open.length === 0) return null;
  const ids = new Set(open.flatMap((group) => [...group]));
  const steps = after.filter(({ event }) => ids.has(event.id)).map(({ event }) => event);
  const last = after.findLast(({ took }) => took)?.event.id;
  return { steps, standing: steps.find(({ id }) => id === last)?.id ?? null };
}

function walk(events: readonly ApplicationEvent[], taken: ReadonlySet<string>): Walk {
  const after: { event: StatusEvent; status: ApplicationStatus; took: boolean }[] = [];
  let groups: ReadonlySet<string>[] = [];
  let status: ApplicationStatus = 'new';
  let withTaken: ApplicationStatus = 'new';
  for (const event of events) {
    if (event.type !== 'status') continue;
    if (!taken.has(event.id)) {
      const from: ApplicationStatus = event.from ?? status;
      if (from !== status && from !== withTaken && event.to !== status) {
        const unseen = unseenBy(from, after);
        if (unseen.length > 0) groups = joined(groups, new Set([...unseen, event.id]));
      }
      const took = mayBecome(status, event.to);
      if (took) status = event.to;
      after.push({ event, status, took });
    }
    if (mayBecome(withTaken, event.to)) withTaken = event.to;
  }
  return { after, groups };
}

/** The steps since the status that somebody saw; the newest one where it never stood. */
function unseenBy(seen: ApplicationStatus, after: Walk['after']): readonly string[] {
  const there = seen === 'new' ? 0 : after.findLastIndex(({ status }) => status === seen) + 1;
  const since = there === 0 && seen !== 'new' ? after.slice(-1) : after.slice(there);
  return since.map(({ event }) => event.id);
}

function joined(groups: readonly ReadonlySet<string>[], added: ReadonlySet<string>): ReadonlySet<string>[] {
  const touching = groups.filter((group) => [...group].some((id) => added.has(id)));
  const rest = groups.filter((group) => !touching.includes(group));
  return [...rest, new Set([...touching.flatMap((group) => [...group]), ...added])];
}

/** One decision that knew all of them; a step that arrives later is a question of its own. */
function isDecided(
  group: ReadonlySet<string>,
  events: readonly ApplicationEvent[],
  taken: ReadonlySet<string>,
): boolean {
  return events.some((event) => {
    if (taken.has(event.id)) return false;
    const known = event.type === 'settled' ? event.steps : event.type === 'status' ? (event.settles ?? []) : [];
    return [...group].every((id) => known.includes(id));
  });
}
