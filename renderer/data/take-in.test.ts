import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { leftNote } from '../../shared/changes/housekeeping.js';
import type { ApplicationId } from '../../shared/records/primitives.js';
import { applicationCreate, personCreate, testId } from '../../shared/testing/change-builders.js';
import { TOLD_AT_ONCE } from './cut-changes.js';
import type { FakeHost } from './testing/fake-host.js';
import { APPLICATION, BASICS, EBBA, OSKAR, save, unwrap, VACANCY, whole } from './testing/suite-desk.js';
import { bring, note, ours, rebuilt, theirs } from './testing/two-desks.js';

describe('what another laptop wrote', () => {
  it('shows here as there, whoever wrote first, and after a rebuild', async () => {
    const [a, b] = [await ours(), await theirs()];
    await save(a.session, BASICS);
    await save(b.session, [personCreate(OSKAR)]);
    await bring(a, b);
    await bring(b, a);
    expect(whole(b.session)).toEqual(whole(a.session));
    expect(a.session.roster.current().people.size).toBe(2);
    expect(whole(await rebuilt(b))).toEqual(whole(a.session));
  });

  it('is older than what is written here afterwards, whatever the clocks say', async () => {
    const { host, session } = await ours();
    const far = 'ffff00000000-0007-00000000000000bb';
    host.receive(note(far, { ...personCreate(OSKAR) }), {
      ...note(far, personCreate(OSKAR)),
      device: '00000000000000bb',
    });
    unwrap(await session.takeIn());
    const saved = await save(session, [personCreate(EBBA)]);
    expect((saved.changeSets[0]?.stamp ?? '') > far).toBe(true);
  });

  it('puts back places of its own journal, not of this one', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    const places = { kind: 'create', table: 'repair', id: testId<string>(97), dossier: null } as const;
    const fields = { journalId: 'journal of 00000000000000bb', places: [2] };
    await save(a.session, [personCreate(OSKAR)]);
    a.host.receive({ ...note('000000000001-0000-', { ...places, fields }), device: '00000000000000bb' });
    a.host.lost.add(2);
    expect((await rebuilt(a)).damage.lost).toEqual([2]);
  });
});

describe('a dossier that left sight', () => {
  it('goes from lists and store, and comes back with what the server tells', async () => {
    const a = await ours();
    const { stamp } = (await save(a.session, BASICS)).changeSets[0] ?? { stamp: '' };
    const rows = await a.session.edit('person', EBBA);
    expect(rows).not.toBeNull();
    a.host.receive(note(stamp, leftNote(EBBA)));
    unwrap(await a.session.takeIn());
    for (const session of [a.session, await rebuilt(a)]) {
      expect(session.roster.current().people.size).toBe(0);
      expect(session.roster.current().applications.size).toBe(0);
      expect(await session.edit('application', APPLICATION)).toBeNull();
    }
    const back = { created: stamp, fields: {}, sets: {}, events: {}, retracted: [], erased: false };
    const values = personCreate(EBBA).fields;
    a.host.receive(note(stamp, { kind: 'fold', table: 'person', id: EBBA, dossier: EBBA, state: { ...back, values } }));
    unwrap(await a.session.takeIn());
    expect(a.session.roster.current().people.size).toBe(1);
  });
});

describe('a journal that goes on under another name', () => {
  it('takes what is written here under that name, from 1', async () => {
    const a = await ours();
    const before = await save(a.session, BASICS);
    a.host.device = '00000000000000cc';
    const saved = await save(a.session, [personCreate(OSKAR)]);
    expect(saved.changeSets[0]).toMatchObject({ device: '00000000000000cc', n: 1 });
    expect((saved.changeSets[0]?.stamp ?? '') > (before.changeSets[0]?.stamp ?? '')).toBe(true);
    expect(a.session.device).toBe('00000000000000cc');
  });
});

describe('R16: what another laptop deleted permanently of a person who stays', () => {
  it('is written anew without it: nothing of it is left in the journal', async () => {
    const a = await ours();
    await save(a.session, [
      ...BASICS,
      { kind: 'add', table: 'application', id: APPLICATION, dossier: EBBA, field: 'tags', element: 'Zwickelbert' },
    ]);
    const erase: Change = {
      kind: 'erase',
      table: 'application',
      id: APPLICATION,
      dossier: EBBA,
      whole: false,
      forgets: true,
    };
    a.host.receive({ ...note('ffff00000000-0000-', erase), device: '00000000000000bb' });
    if (a.host.standing !== null) a.host.standing.toRenew = [EBBA];
    unwrap(await a.session.takeIn());
    expect(JSON.stringify(a.host.frames)).not.toContain('Zwickelbert');
    expect(a.host.standing?.toRenew).toEqual([]);
    const again = await rebuilt(a);
    expect(again.roster.current().people.size).toBe(1);
    expect(again.roster.current().applications.size).toBe(0);
  });
});

describe('after the server was restored', () => {
  it('everything that it does not know any more is written once more, and nothing else', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    await save(a.session, [personCreate(OSKAR)]);
    const known = unwrapState(a.host, EBBA);
    a.host.receive(note(known.created, { kind: 'fold', table: 'person', id: EBBA, dossier: EBBA, state: known }));
    if (a.host.standing !== null) a.host.standing.resend = { from: 2, to: 3 };
    unwrap(await a.session.takeIn());
    const sent = a.host.frames.at(-1);
    expect(sent).toMatchObject({ device: '00000000000000aa', n: 3, action: 'repair' });
    const ids = sent?.changes.map(({ id }) => id);
    expect(ids).toContain(OSKAR);
    expect(ids).not.toContain(EBBA);
    expect(a.host.standing?.resend).toBeNull();
  });

  it('nothing is told while something waits to be sent: refused, it would stay in what was told', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    if (a.host.standing !== null) Object.assign(a.host.standing, { unsent: 1, resend: { from: 1, to: 1 } });
    unwrap(await a.session.takeIn());
    expect(a.host.frames).toHaveLength(1);
    if (a.host.standing !== null) a.host.standing.unsent = 0;
    unwrap(await a.session.takeIn());
    expect(a.host.frames.at(-1)).toMatchObject({ action: 'repair' });
  });

  it('a dossier that is longer than one request may be is told record by record, in several', async () => {
    const a = await ours();
    const text = 'å'.repeat(20_000); // 40,000 bytes
    const ids = Array.from({ length: 90 }, (_, at) => testId<ApplicationId>(200 + at));
    await save(a.session, BASICS);
    await save(
      a.session,
      ids.map((id) => applicationCreate(id, { personId: EBBA, vacancyId: VACANCY, text })),
    );
    const place = a.host.frames.length;
    if (a.host.standing !== null) a.host.standing.resend = { from: place, to: place };
    unwrap(await a.session.takeIn());
    const sent = a.host.frames.slice(place);
    for (const one of sent) expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(1.1 * TOLD_AT_ONCE);
    expect(sent.map(({ action, n }) => `${action} ${n.toString()}`)).toEqual([
      'repair 3',
      'repair 4',
      'repair 5',
      'repair 6',
    ]);
    const told = sent.flatMap(({ changes }) => changes.map(({ id }) => id));
    expect(told.toSorted()).toEqual([...BASICS.map(({ id }) => id), ...ids].toSorted());
    expect(a.host.standing?.resend).toBeNull();
  });

  it('who was erased is erased there again, and not once more where it is known', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    const erase: Change = { kind: 'erase', table: 'person', id: OSKAR, dossier: OSKAR, whole: true };
    await save(a.session, [personCreate(OSKAR)]);
    await save(a.session, [erase], 'undo');
    const resend = async (from: number): Promise<readonly Change[]> => {
      const to = a.host.frames.length;
      if (a.host.standing !== null) a.host.standing.resend = { from, to };
      unwrap(await a.session.takeIn());
      return a.host.frames.slice(to).flatMap(({ changes }) => changes);
    };
    const sent = await resend(3);
    expect(sent.at(-1)).toEqual(erase); // last: until then a server may not know who erased
    expect(sent.slice(0, -1).map(({ kind }) => kind)).toEqual(sent.slice(0, -1).map(() => 'fold'));
    const place = a.host.frames.length;
    a.host.receive(note('000000000001-0000-', leftNote(OSKAR)));
    expect((await resend(place)).map(({ id }) => id)).not.toContain(OSKAR);
  });
});

function unwrapState(host: FakeHost, id: string) {
  const frame = host.frames.find(({ changes }) => changes.some((change) => change.id === id));
  const change = frame?.changes.find((one) => one.id === id);
  if (frame === undefined || change?.kind !== 'create') throw new Error('it was not created');
  const state = {
    created: frame.stamp,
    values: change.fields,
    fields: {},
    sets: {},
    events: {},
    retracted: [],
    erased: false,
  };
  return state;
}
