import { afterEach, describe, expect, it } from 'vitest';
import type { Change, Stamp } from '../../../shared/changes/change-set.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import { APPLICATION, BASICS, EBBA, fromAnotherLaptop, nameOfDatabase, open, save } from '../testing/suite-desk.js';
import { FakeHost } from '../testing/fake-host.js';
import type { Session } from '../session.js';
import { testId } from '../../../shared/testing/change-builders.js';

let session: Session;
let host: FakeHost;
let name: string;

afterEach(async () => {
  await session.close();
});

/** Both laptops start from the same and know nothing of what the other writes. */
async function apart(mine: (seen: Stamp) => readonly Change[], theirs: (seen: Stamp) => readonly Change[]) {
  host = new FakeHost();
  name = nameOfDatabase();
  session = await open(host, name);
  const seen = (await save(session, BASICS)).changeSets[0]?.stamp ?? '';
  await save(session, mine(seen));
  await session.close();
  host.frames.push(fromAnotherLaptop(theirs(seen)));
  session = await open(host, name);
}

const set = { kind: 'set', table: 'person', id: EBBA, dossier: EBBA, field: 'phone' } as const;
const phone = (value: string) => (seen: Stamp) => [{ ...set, value, before: '', replaces: [seen] }];

describe('A field that two laptops wrote', () => {
  it('is listed with both values, each under its stamp, also after the next start', async () => {
    await apart(phone('+4670'), phone('+4680'));
    const expected = [
      {
        id: EBBA,
        table: 'person',
        dossier: EBBA,
        field: 'phone',
        standing: { stamp: host.frames[1]?.stamp, value: '+4670' },
        others: [{ stamp: host.frames[2]?.stamp, value: '+4680' }],
        heads: [host.frames[1]?.stamp, host.frames[2]?.stamp],
      },
    ];
    expect(session.roster.current().fieldConflicts.get(EBBA)).toEqual(expected);
    await session.close();
    session = await open(host, name);
    expect([...session.roster.current().fieldConflicts]).toEqual([[EBBA, expected]]);
  });

  it('is no conflict where both wrote the same', async () => {
    await apart(phone('+4670'), phone('+4670'));
    expect(session.roster.current().fieldConflicts.size).toBe(0);
  });

  it('is settled by one value that replaces all of them', async () => {
    await apart(phone('+4670'), phone('+4680'));
    const [one] = session.roster.current().fieldConflicts.get(EBBA) ?? [];
    const replaces = one?.heads ?? [];
    await save(session, [{ ...set, value: '+4680', before: '+4670', replaces }]);
    expect(session.roster.current().fieldConflicts.size).toBe(0);
    expect(session.roster.current().people.get(EBBA)?.phone).toBe('+4680');
  });

  it('is gone with the dossier that one of them erased', async () => {
    const erase = { kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true } as const;
    await apart(phone('+4670'), phone('+4680'));
    await save(session, [erase]);
    expect(session.roster.current().fieldConflicts.size).toBe(0);
  });
});

describe('An application that two laptops took on', () => {
  it('knows both steps, and none once one of them is taken back', async () => {
    const seen = { applicationId: APPLICATION, personId: EBBA, status: 'new' } as const;
    const step = (to: 'invited' | 'rejected', n: number) => () => [
      setStatus(seen, to, { at: n, by: null, newId: () => testId(n) }),
    ];
    await apart(step('invited', 801), step('rejected', 802));
    const conflict = () => session.roster.current().applications.get(APPLICATION)?.conflict;
    expect(
      conflict()
        ?.steps.map(({ to }) => to)
        .sort(),
    ).toEqual(['invited', 'rejected']);
    await save(session, [
      { kind: 'retract', table: 'application', id: APPLICATION, dossier: EBBA, event: testId(802) },
    ]);
    expect(conflict()).toBeNull();
  });
});
