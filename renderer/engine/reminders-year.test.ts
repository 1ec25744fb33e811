import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainToRichText } from '../../shared/domain/plain-to-rich-text.js';
import { LEAST_NOTICE, reminderLeaves } from '../../shared/domain/reminders.js';
import { DAY, HOUR, instantAt, MINUTE, SECOND } from '../../shared/lib/time.js';
import type { ReminderDays } from '../../shared/records/interview-reminder.js';
import { REMINDER_DAYS } from '../../shared/records/interview-reminder.js';
import type { InterviewId, MessageId } from '../../shared/records/primitives.js';
import { Outbox } from './outbox.js';
import { OutboxWorld } from './testing/outbox-world.js';

const ZONE = 'Europe/Stockholm';
const BEGIN = instantAt(ZONE, '2026-01-01', '00:00');
const YEAR = 365 * DAY;
/** How often a laptop that is awake looks. Its timers come late where it is busy. */
const LOOK = 15 * MINUTE;

// Only the ticks: everything else needs no time, and is over before the next turn of the event loop.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

interface Booked {
  readonly id: MessageId;
  readonly interviewId: InterviewId;
  readonly to: string;
  readonly startsAt: number;
  readonly leavesAt: number;
  /** When the interview was cancelled without this laptop's doing; never where nothing is said. */
  readonly cancelledAt: number;
}

/** What a laptop lives through in a stretch of the year. */
interface Spell {
  /** Asleep or shut before it. */
  readonly gap: number;
  readonly awake: number;
  readonly up: boolean;
  /** Its clock against the true time, from here on. */
  readonly clock: number;
  /** How it came back: it woke, it was started anew, or it was killed so many steps before. */
  readonly start: 'wake' | 'restart' | number;
}

const spells: fc.Arbitrary<readonly Spell[]> = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 40 * HOUR }),
    awake: fc.integer({ min: LOOK, max: 11 * HOUR }),
    up: fc.boolean(),
    clock: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE })),
    start: fc.oneof<fc.Arbitrary<Spell['start']>[]>(fc.constant('wake'), fc.constant('restart'), fc.nat(20)),
  }),
  { minLength: 330, maxLength: 330 },
);

const bookings = fc.array(
  fc.record({
    startsAt: fc.integer({ min: BEGIN + DAY, max: BEGIN + YEAR }),
    ahead: fc.integer({ min: 3 * HOUR, max: 12 * DAY }),
    days: fc.constantFrom<ReminderDays[]>(...REMINDER_DAYS),
    cancelled: fc.option(fc.integer({ min: 0, max: 10 * DAY }), { freq: 6 }),
  }),
  { minLength: 120, maxLength: 120 },
);

/** One laptop's year with its reminders. */
class Year {
  readonly world = new OutboxWorld();
  readonly booked: Booked[] = [];
  /** Seen due by a laptop that was awake and online, while it was still of use. */
  readonly possible = new Set<MessageId>();
  /** Seen too late once, and so refused, whatever a clock that is put right says afterwards. */
  readonly #missed = new Set<MessageId>();
  crashed = false;
  #outbox: Outbox | null = null;

  book(n: number, startsAt: number, now: number, days: ReminderDays, cancelledAt: number): void {
    const leavesAt = reminderLeaves({ startsAt, zone: ZONE, now, undo: 30 * SECOND }, days).at;
    const interviewId = n.toString(16).padStart(32, '0') as InterviewId;
    const to = `p${n.toString()}@example.com`;
    const words = { channel: 'email' as const, subject: 'Soon', contents: plainToRichText('Soon') };
    this.world.interviews.set(interviewId, { cancelled: false, sequence: 0, startsAt });
    const id = this.world.add(to, {
      purpose: 'reminder',
      interviewId,
      reminder: { daysBefore: days, sequence: 0, startsAt, words },
      queuedAt: now,
      holdUntil: leavesAt,
    });
    this.booked.push({ id, interviewId, to, startsAt, leavesAt, cancelledAt });
  }

  async live(spell: Spell, from: number): Promise<number> {
    const begin = from + spell.gap;
    this.world.up = spell.up;
    this.world.now = begin + spell.clock;
    this.#learn();
    await this.#comeBack(spell.start);
    for (let at = begin; at <= begin + spell.awake; at += LOOK) await this.#look(at + spell.clock);
    return begin + spell.awake;
  }

  async #comeBack(start: Spell['start']): Promise<void> {
    if (start === 'wake' && this.#outbox !== null) return;
    if (typeof start === 'number') {
      this.crashed = true;
      this.world.crashAt = start;
      const dying = new Outbox(this.world.deps());
      dying.start();
      await this.#settle();
      this.world.crashAt = null;
    } else await this.#outbox?.stop();
    vi.clearAllTimers();
    this.#outbox = new Outbox(this.world.deps());
    this.#outbox.start();
    await this.#settle();
  }

  async #look(now: number): Promise<void> {
    this.world.now = now;
    this.#learn();
    for (const one of this.booked) {
      if (one.startsAt - now < LEAST_NOTICE) this.#missed.add(one.id);
      const refused = this.#missed.has(one.id) || this.#isCancelled(one);
      if (this.world.up && isOfUse(one, now) && !refused) this.possible.add(one.id);
    }
    this.#outbox?.poke();
    await this.#settle();
    if (this.#outbox?.status.current().kind === 'paused') this.#outbox.resume();
  }

  /** Cancelled once is cancelled, whatever the clock says afterwards. */
  #learn(): void {
    for (const { interviewId, cancelledAt, startsAt } of this.booked) {
      if (cancelledAt > this.world.now) continue;
      this.world.interviews.set(interviewId, { cancelled: true, sequence: 0, startsAt });
    }
  }

  #isCancelled({ interviewId }: Booked): boolean {
    return this.world.interviews.get(interviewId)?.cancelled === true;
  }

  async #settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function isOfUse({ leavesAt, startsAt, cancelledAt }: Booked, now: number): boolean {
  return now >= leavesAt && startsAt - now >= LEAST_NOTICE && now < cancelledAt;
}

describe('a year of reminders on a laptop that sleeps, loses its network and its clock, is restarted and killed', () => {
  it('C27, R79 sends each exactly once where it ever could, none twice, none early and none late beyond the rule', async () => {
    await fc.assert(
      fc.asyncProperty(bookings, spells, async (wanted, life) => {
        const year = new Year();
        for (const [n, { startsAt, ahead, days, cancelled }] of wanted.entries()) {
          const off = cancelled === null ? Infinity : startsAt - cancelled;
          year.book(n, startsAt, startsAt - ahead, days, off);
        }
        let at = BEGIN - DAY;
        for (const spell of life) at = await year.live(spell, at);
        // At last somebody looks once more, online and on time.
        const last = Math.max(at, BEGIN + YEAR + 15 * DAY);
        await year.live({ gap: 0, awake: LOOK, up: true, clock: 0, start: 'restart' }, last);
        const { world, booked, possible } = year;
        for (const one of booked) {
          const { state, reason } = world.row(one.id);
          const times = world.arrived.filter((to) => to === one.to).length;
          expect(times).toBeLessThanOrEqual(1);
          if (state === 'sent') expect(times).toBe(1);
          if (possible.has(one.id)) expect(['sent', 'uncertain']).toContain(state);
          else if (state === 'refused') {
            expect(['mail/reminder-too-late', 'mail/interview-past', 'mail/interview-cancelled']).toContain(reason);
          }
          expect(['sent', 'refused', ...(year.crashed ? ['uncertain'] : [])]).toContain(state);
        }
        for (const { to, at: when } of world.handedOver) {
          const one = booked.find((other) => other.to === to);
          expect(one !== undefined && isOfUse(one, when)).toBe(true);
        }
        expect(world.faults).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
