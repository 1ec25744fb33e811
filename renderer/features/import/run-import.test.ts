import { describe, expect, it } from 'vitest';
import { indexPeople } from '../../../shared/domain/import/index-people.js';
import { planImport, type ImportPlan, type PersonOnFile } from '../../../shared/domain/import/plan-import.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { nameOfDatabase, open, unwrap } from '../../data/testing/suite-desk.js';
import { runImport } from './run-import.js';

const PEOPLE = 1200;

/** A host whose disk is full after so many change sets. */
class FullHost extends FakeHost {
  room = Number.POSITIVE_INFINITY;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel === 'journal.append' && this.room-- <= 0) return failure('journal/disk-full');
    return await super.call(channel, input);
  }
}

/** Twelve hundred people and a row without a name. */
function planOf(session: Session): ImportPlan {
  const rows = Array.from({ length: PEOPLE + 1 }, (_, at) => ({
    number: at + 1,
    cells: [at === 700 ? '' : `Person ${at.toString()}`, `person${at.toString()}@example.com`],
    fault: null,
  }));
  return planImport(
    { columns: ['Name', 'Email'], rows },
    { mapping: ['givenName', 'email'], vacancyId: null, language: 'sv', known: 'skip' },
    {
      now: 1,
      by: null,
      fair: null,
      retentionMonths: 12,
      zone: 'Europe/Oslo',
      newId: () => session.newId(),
      readPhone: () => null,
      people: indexPeople<PersonOnFile>(),
      applicationsOf: () => [],
    },
  );
}

const people = (session: Session): number => session.roster.current().people.size;

describe('runImport', () => {
  it('files everybody as one action, says how far it is, and undo takes all of it back', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    const shares: number[] = [];
    const outcome = await runImport(session, planOf(session), session.newId(), (share) => {
      shares.push(share);
      return true;
    });
    expect(shares).toEqual([1 / 3, 2 / 3]);
    expect(outcome).toMatchObject({ code: null, notFiled: [{ row: { number: 701 } }] });
    expect(outcome.filed).toHaveLength(PEOPLE);
    expect(new Set(outcome.saved?.changeSets.map(({ actionId }) => actionId)).size).toBe(1);
    expect(people(session)).toBe(PEOPLE);
    if (outcome.saved === null) throw new Error('nothing was saved');
    expect(unwrap(await session.undo(outcome.saved)).kept).toEqual([]);
    expect(people(session)).toBe(0);
    await session.close();
  });

  it('stops where it is told to: what is filed is known and can be undone, and no row is lost', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    const outcome = await runImport(session, planOf(session), session.newId(), () => false);
    expect(outcome.code).toBeNull();
    expect(outcome.filed).toHaveLength(500);
    expect(people(session)).toBe(500);
    expect(outcome.filed.length + outcome.notFiled.length).toBe(PEOPLE + 1);
    expect(outcome.notFiled.at(-1)?.reasons).toEqual([{ code: 'not-begun' }]);
    await session.close();
  });

  it('says what is filed when the disk is full half-way, and that nothing is when it was full before', async () => {
    const host = new FullHost();
    const session = await open(host, nameOfDatabase());
    host.room = 2;
    const outcome = await runImport(session, planOf(session), session.newId(), () => true);
    expect(outcome.code).toBe('journal/disk-full');
    expect(outcome.filed).toHaveLength(1000);
    expect(outcome.saved?.changeSets).toHaveLength(2);
    expect(await runImport(session, planOf(session), session.newId(), () => true)).toMatchObject({
      saved: null,
      filed: [],
    });
    await session.close();
  });
});
