import { beforeEach, describe, expect, it } from 'vitest';
import type { NotedRefusal } from '../../../shared/changes/housekeeping.js';
import { refusalsIn } from '../../../shared/changes/housekeeping.js';
import { MINUTE } from '../../../shared/lib/time.js';
import { createIn, createPerson, idOf } from '../testing/make-change-set.js';
import { readAll } from '../testing/open-storage.js';
import { settleRefusals } from './settle-refusals.js';
import { FakeServer } from './testing/fake-server.js';
import { Laptop } from './testing/laptop.js';

const [PERSON, REFUSED, EVENT] = [idOf(3), idOf(23), idOf(50)];

let server: FakeServer;
let ebba: Laptop;

/** Somebody whom the server knows, and about whom it refuses something. */
async function begin(): Promise<void> {
  server = new FakeServer();
  server.refuses = ({ changes }) => changes.some(({ id }) => id === REFUSED);
  ebba = await new Laptop(server).join();
  await ebba.write(createPerson(PERSON, 'met'));
  await ebba.settle();
}

async function writeInVain(): Promise<void> {
  await ebba.write(createIn(PERSON, 'application', REFUSED, { text: 'in vain' }));
  await ebba.settle();
}

async function settle(minutes = 0): Promise<void> {
  ebba.time += minutes * MINUTE;
  server.time += minutes * MINUTE;
  await ebba.settle();
}

async function refusals(): Promise<readonly NotedRefusal[]> {
  const sets = (await readAll(ebba.storage.journal)).flatMap(({ changeSet }) => changeSet ?? []);
  return sets.flatMap(refusalsIn);
}

async function deal(settled = true): Promise<void> {
  const ids = (await refusals()).map(({ id }) => id);
  expect(await settleRefusals(ebba.ports, { refusals: ids, event: EVENT, settled })).toMatchObject({ ok: true });
}

/** What of the dossier can be read here: what the server took, and what it refused. */
async function readable(): Promise<{ readonly met: boolean; readonly refused: boolean }> {
  const told = JSON.stringify(await readAll(ebba.storage.journal));
  return { met: told.includes('"met"'), refused: told.includes('in vain') };
}

const ALL = { met: true, refused: true };
const NONE = { met: false, refused: false };

describe('a dossier that leaves sight with something in it that was refused', () => {
  beforeEach(async () => {
    await begin();
    await writeInVain();
  });

  it.each([
    ['by itself', () => server.hide(PERSON)],
    ['with others, when what this laptop may see changes', () => server.changeSight(PERSON)],
  ])('%s stays until somebody dealt with it, then it goes', async (_how, leave) => {
    leave();
    await settle();
    expect(await readable()).toEqual(ALL);
    await ebba.start();
    await settle(60);
    expect(await readable()).toEqual(ALL);
    await deal();
    await settle();
    expect(await readable()).toEqual(ALL); // it may still be taken back
    await settle(1);
    expect(await readable()).toEqual(NONE);
    expect((await ebba.ports.files.state.read())?.leaving).toEqual([]);
  });

  it('stays when the dealing with it is taken back', async () => {
    server.hide(PERSON);
    await deal();
    await settle();
    await deal(false);
    await settle(5);
    expect(await readable()).toEqual(ALL);
  });

  it('is not forgotten when it comes into sight again meanwhile', async () => {
    server.hide(PERSON);
    await settle();
    server.show(PERSON);
    await settle();
    await deal();
    await settle(5);
    expect(await readable()).toEqual(ALL);
  });

  it('is not forgotten when what is written of it brings it into sight', async () => {
    server.changeSight(PERSON);
    await settle();
    server.hidden.delete(PERSON);
    await ebba.write(createIn(PERSON, 'application', idOf(24), { text: 'again' }));
    await settle();
    await deal();
    await settle(5);
    expect(await readable()).toEqual(ALL);
  });

  it('leaves again after what is written once more, which the server takes', async () => {
    server.hide(PERSON);
    await settle();
    server.refuses = () => false;
    await ebba.write(createIn(PERSON, 'application', idOf(24), { text: 'again' }));
    await deal();
    await settle(1);
    await settle(1);
    expect(await readable()).toEqual(NONE);
    expect(server.records().has(idOf(24))).toBe(true);
  });

  it('goes at once where nothing was refused, and takes no other with it', async () => {
    await ebba.write(createPerson(idOf(4), 'another'));
    server.hide(idOf(4));
    await settle();
    expect(Object.keys(await ebba.records())).toEqual([PERSON]);
    expect(await readable()).toEqual(ALL);
  });
});

it('is not lost after a kill at any step on the disk, and not kept for ever either', async () => {
  let killed = 0;
  for (let step = 0; step < 200; step += 2) {
    await begin();
    server.hide(PERSON);
    ebba.disk.stepsLeft = step;
    const whole = await writeInVain()
      .then(() => deal())
      .then(() => settle(1))
      .then(
        () => true,
        () => false,
      );
    killed += whole ? 0 : 1;
    ebba.disk = ebba.disk.afterKill();
    await ebba.start();
    const isDealtWith = JSON.stringify(await readAll(ebba.storage.journal)).includes(EVENT);
    await settle(1);
    const hasWritten = (await refusals()).length > 0;
    if (hasWritten && !isDealtWith) expect(await readable(), `step ${step}`).toEqual(ALL);
    if (hasWritten) await deal();
    await settle(1);
    expect(await readable(), `step ${step}`).toEqual(NONE);
    if (whole) break;
  }
  expect(killed).toBeGreaterThan(10);
});
