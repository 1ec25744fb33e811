import { describe, expect, it } from 'vitest';
import type { Session } from './session.js';
import type { Change } from '../../shared/changes/change-set.js';
import { leftNote, refusalNote } from '../../shared/changes/housekeeping.js';
import { personCreate, testId } from '../../shared/testing/change-builders.js';
import { BASICS, EBBA, open, OSKAR, save, unwrap } from './testing/suite-desk.js';
import { note, ours, rebuilt, renamed, type Desk } from './testing/two-desks.js';

describe('a change set that the server refused', () => {
  it('is undone in the records it touched, what others changed of them stays, also after a rebuild', async () => {
    const a = await ours();
    const created = (await save(a.session, BASICS)).changeSets[0];
    const stamp = created?.stamp ?? '';
    const refused = (await save(a.session, [renamed('Refused', 'Ebba', [stamp])])).changeSets[0];
    const city: Change = {
      kind: 'set',
      table: 'person',
      id: EBBA,
      dossier: EBBA,
      field: 'city',
      value: 'Umeå',
      before: '',
      replaces: [stamp],
    };
    await save(a.session, [city]);
    const own = { device: '00000000000000aa', n: refused?.n ?? 0, code: 'right/missing', at: 1, ids: [EBBA] };
    a.host.receive(note(stamp, refusalNote(testId(96), own)));
    expect((await a.session.edit('person', EBBA))?.fields.givenName).toBe('Refused');
    unwrap(await a.session.takeIn());
    for (const session of [a.session, await rebuilt(a)]) {
      const person = await session.edit('person', EBBA);
      expect(person?.fields).toMatchObject({ city: 'Umeå' });
      expect(person?.fields.givenName).not.toBe('Refused');
    }
  });

  it('goes with every copy: a laptop that was put back has filed it again under another name', async () => {
    const a = await ours();
    const created = (await save(a.session, BASICS)).changeSets[0];
    const first = (await save(a.session, [renamed('Refused', 'Ebba', [created?.stamp ?? ''])])).changeSets[0];
    a.host.device = '00000000000000cc';
    if (first !== undefined) a.host.frames.push({ ...first, device: a.host.device, n: 1 });
    const own = { device: a.host.device, n: 1, code: 'right/missing', at: 1, ids: [EBBA] };
    a.host.receive(note(first?.stamp ?? '', refusalNote(testId(96), own)));
    unwrap(await a.session.takeIn());
    for (const session of [a.session, await rebuilt(a)])
      expect((await session.edit('person', EBBA))?.fields.givenName).not.toBe('Refused');
  });

  it('takes a record with it that it made, which comes back under its id when it is tried again', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    const refused = (await save(a.session, [personCreate(OSKAR)])).changeSets[0];
    const own = { device: '00000000000000aa', n: refused?.n ?? 0, code: 'right/missing', at: 1, ids: [OSKAR] };
    a.host.receive(note(refused?.stamp ?? '', refusalNote(testId(96), own)));
    unwrap(await a.session.takeIn());
    expect(a.session.roster.current().people.size).toBe(1);
    expect((await rebuilt(a)).roster.current().people.size).toBe(1);
    const read = await a.session.readRefused([...a.session.roster.current().refusals.values()]);
    unwrap(await a.session.tryAgain([...read.values()].filter((one) => typeof one !== 'string')));
    expect((await rebuilt(a)).roster.current().people.has(OSKAR)).toBe(true);
  });
});

describe('what the server refused', () => {
  const refusal = testId<string>(96);
  const refusedBy = (n: number, ...ids: readonly string[]): Change =>
    refusalNote(refusal, {
      device: '00000000000000aa',
      n,
      code: 'right/missing',
      at: 1,
      ids: [...ids],
      dossiers: [EBBA],
    });

  async function renamedInVain(): Promise<Desk> {
    const a = await ours();
    const created = (await save(a.session, BASICS)).changeSets[0];
    const stamp = created?.stamp ?? '';
    const refused = (await save(a.session, [renamed('Refused', 'Ebba', [stamp])])).changeSets[0];
    a.host.receive(note(stamp, refusedBy(refused?.n ?? 0, EBBA)));
    unwrap(await a.session.takeIn());
    return a;
  }

  const refusalsOf = ({ roster }: Session) => [...roster.current().refusals.values()];
  const nameIn = async (session: Session) => (await session.edit('person', EBBA))?.fields.givenName;

  it('is no difference to what the server knows', async () => {
    const a = await ours();
    const created = (await save(a.session, BASICS)).changeSets[0];
    unwrap(await a.session.compare());
    const known = a.host.compared?.buckets;
    const refused = (await save(a.session, [renamed('Refused', 'Ebba', [created?.stamp ?? ''])])).changeSets[0];
    a.host.receive(note(created?.stamp ?? '', refusedBy(refused?.n ?? 0, EBBA)));
    unwrap(await a.session.takeIn());
    unwrap(await a.session.compare());
    expect(refusalsOf(a.session)).toHaveLength(1);
    expect(a.host.compared?.buckets).toEqual(known);
  });

  it('waits for somebody, with its words, also after a restart and a rebuild', async () => {
    const a = await renamedInVain();
    for (const session of [a.session, await rebuilt(a)]) {
      expect(refusalsOf(session)).toMatchObject([{ code: 'right/missing', n: 2, place: 2 }]);
      const read = await session.readRefused(refusalsOf(session));
      expect(read.get(refusal)).toMatchObject({ changes: [{ field: 'givenName', value: 'Refused' }] });
    }
    await a.session.close();
    expect(refusalsOf(await open(a.host, a.name))).toHaveLength(1);
  });

  it('leaves nothing behind of whom it was about when they leave sight, also after a rebuild', async () => {
    const a = await renamedInVain();
    a.host.receive(note(a.host.frames[0]?.stamp ?? '', leftNote(EBBA)));
    unwrap(await a.session.takeIn());
    for (const session of [a.session, await rebuilt(a)]) {
      expect(await session.edit('person', EBBA)).toBeNull();
      expect((await session.readRefused(refusalsOf(session))).get(refusal)).toBe('out-of-sight');
    }
  });

  it('is written once more as it was meant, and does not wait any longer', async () => {
    const a = await renamedInVain();
    const read = await a.session.readRefused(refusalsOf(a.session));
    unwrap(await a.session.tryAgain([...read.values()].filter((one) => typeof one !== 'string')));
    unwrap(await a.session.settleRefusals([refusal], testId(95), true));
    for (const session of [a.session, await rebuilt(a)]) {
      expect(await nameIn(session)).toBe('Refused');
      expect(refusalsOf(session)).toEqual([]);
    }
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    const a = await renamedInVain();
    const read = await a.session.readRefused(refusalsOf(a.session));
    await save(a.session, [renamed('Elsewhere', 'Ebba', [a.host.frames[0]?.stamp ?? ''])]);
    const again = await a.session.tryAgain([...read.values()].filter((one) => typeof one !== 'string'));
    expect(again).toMatchObject({ ok: false, code: 'commit/stale' });
    expect(await nameIn(a.session)).toBe('Elsewhere');
  });

  it('goes when it is dismissed, and waits again when that is taken back', async () => {
    const a = await renamedInVain();
    unwrap(await a.session.settleRefusals([refusal], testId(95), true));
    expect(refusalsOf(a.session)).toEqual([]);
    unwrap(await a.session.settleRefusals([refusal], testId(95), false));
    expect(refusalsOf(a.session)).toHaveLength(1);
    unwrap(await a.session.settleRefusals([refusal], testId(94), true));
    expect(refusalsOf(await rebuilt(a))).toEqual([]);
  });
});
