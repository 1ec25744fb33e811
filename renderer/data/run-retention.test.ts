import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { noteKeeping } from '../../shared/domain/keep-marks.js';
import { setStatus } from '../../shared/domain/status-event.js';
import { DAY, instantAt, type Instant } from '../../shared/lib/time.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { runRetention } from './run-retention.js';
import { openSession, type Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import { APPLICATION, EBBA, nameOfDatabase, OSKAR, save, unwrap, VACANCY } from './testing/suite-desk.js';

const ENDED = instantAt('Europe/Amsterdam', '2026-04-01', '12:00');
const DUE = instantAt('Europe/Amsterdam', '2026-04-29', '09:00');

/** A laptop without a server that is opened at moments; whoever works there may do nothing at all. */
function laptop() {
  const host = new FakeHost();
  const databaseName = nameOfDatabase();
  return async <Value>(now: Instant, work: (session: Session) => Promise<Value>): Promise<Value> => {
    const options = { databaseName, now: () => now, onProgress: () => undefined, onDamage: () => undefined };
    const session = unwrap(await openSession(host, { ...options, claim: () => Promise.resolve(true) }));
    const value = await work(session);
    await session.close();
    return value;
  };
}

const STORY: readonly Change[] = [
  organisationCreate({ zone: 'Europe/Amsterdam', country: 'NL' }),
  vacancyCreate(VACANCY),
  personCreate(EBBA, { capturedAt: ENDED - DAY }),
  applicationCreate(APPLICATION, { personId: EBBA, vacancyId: VACANCY, receivedAt: ENDED - DAY }),
  setStatus({ applicationId: APPLICATION, personId: EBBA, status: 'new' }, 'withdrawn', {
    at: ENDED,
    by: null,
    newId: () => testId(91),
  }),
  personCreate(OSKAR, { kind: 'prospect', capturedAt: ENDED }),
];

const run = async (session: Session) => unwrap(await runRetention(session));
const there = (session: Session): boolean => session.roster.current().people.has(EBBA);

describe('the rule of retention on a laptop without a server', () => {
  it('announces once, deletes after thirty days and not before, and leaves the prospect', async () => {
    const open = laptop();
    await open(ENDED, (session) => save(session, STORY));
    expect(await open(DUE - 10 * DAY, run)).toEqual({ announced: 1, deleted: 0 });
    expect(await open(DUE - 9 * DAY, run)).toEqual({ announced: 0, deleted: 0 });
    expect(await open(DUE + 19 * DAY, run)).toEqual({ announced: 0, deleted: 0 });
    expect(await open(DUE + 20 * DAY, run)).toEqual({ announced: 0, deleted: 1 });
    await open(DUE + 21 * DAY, async (session) => {
      expect(there(session)).toBe(false);
      expect(session.roster.current().people.has(OSKAR)).toBe(true);
      return Promise.resolve();
    });
  });

  it('announces anew where nothing was written for longer than thirty days', async () => {
    const open = laptop();
    await open(ENDED, (session) => save(session, STORY));
    await open(DUE, run);
    expect(await open(DUE + 31 * DAY, run)).toEqual({ announced: 1, deleted: 0 });
    expect(await open(DUE + 60 * DAY, run)).toEqual({ announced: 0, deleted: 0 });
    expect(await open(DUE + 61 * DAY, run)).toEqual({ announced: 0, deleted: 1 });
  });

  it('deletes nobody who is held, also from a dossier that is merged into another (G-13)', async () => {
    const open = laptop();
    await open(ENDED, (session) => save(session, STORY));
    const stamp = { id: testId<string>(92), at: ENDED, by: null };
    const merge = { ...stamp, id: testId<string>(93), type: 'merge', into: EBBA } as const;
    await open(DUE, async (session) => {
      await save(session, [{ kind: 'event', table: 'person', id: OSKAR, dossier: OSKAR, event: merge }]);
      await save(session, [noteKeeping(OSKAR, { type: 'legal-hold', reason: 'A claim' }, stamp)]);
      return run(session);
    });
    for (const days of [25, 50, 75]) {
      expect(await open(DUE + days * DAY, run)).toEqual({ announced: 0, deleted: 0 });
      await open(DUE + days * DAY + 1, (session) => save(session, [vacancyCreate(testId(1000 + days))]));
    }
    expect(await open(DUE + 76 * DAY, (session) => Promise.resolve(there(session)))).toBe(true);
  });
});
