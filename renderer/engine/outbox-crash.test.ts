import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '../../shared/lib/time.js';
import { Outbox } from './outbox.js';
import { ACCEPT, BUSY, LATER, OutboxWorld, UNKNOWN, type ServerAnswer } from './testing/outbox-world.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a program killed at any moment, again and again', () => {
  const answer = fc.constantFrom<ServerAnswer>(
    ACCEPT,
    ACCEPT,
    BUSY,
    LATER,
    UNKNOWN,
    'cut-before-storing',
    'cut-after-storing',
    'host/fault',
  );

  it('delivers each message exactly once or shows it as uncertain; none twice, none lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(answer, { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(40), { maxLength: 5 }),
        async (answers, crashes) => {
          const lived = new OutboxWorld();
          const ids = answers.map((list, n) => {
            lived.answers.set(`p${String(n)}@example.com`, [...list]);
            return lived.add(`p${String(n)}@example.com`);
          });
          for (const crashAt of [...crashes, null]) {
            lived.crashAt = crashAt;
            const run = new Outbox(lived.deps());
            run.start();
            for (let minutes = 0; minutes < (crashAt === null ? 120 : 2); minutes++) {
              // A person looks at a pause; what may have arrived stays as it is.
              if (run.status.current().kind === 'paused') run.resume();
              lived.now += MINUTE;
              await vi.advanceTimersByTimeAsync(MINUTE);
            }
            vi.clearAllTimers(); // killed, or at rest
          }
          for (const [n, id] of ids.entries()) {
            const { state } = lived.row(id);
            const times = lived.arrived.filter((to) => to === `p${String(n)}@example.com`).length;
            expect([n, state, times]).toEqual([n, state, state === 'sent' ? 1 : state === 'uncertain' ? times : 0]);
            expect(times).toBeLessThanOrEqual(1);
            expect(['sent', 'uncertain', 'failed']).toContain(state);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
