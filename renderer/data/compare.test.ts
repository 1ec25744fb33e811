import { expect, it } from 'vitest';
import { personCreate } from '../../shared/testing/change-builders.js';
import { FakeHost } from './testing/fake-host.js';
import { BASICS, EBBA, nameOfDatabase, open, OSKAR, save, unwrap } from './testing/suite-desk.js';

async function desk(host: FakeHost) {
  return { host, session: await open(host, nameOfDatabase()) };
}

it('sums up what is known alike, in whatever order it came, and otherwise where something else is known', async () => {
  const [one, other] = [await desk(new FakeHost()), await desk(new FakeHost('00000000000000bb'))];
  await save(one.session, BASICS);
  await save(one.session, [personCreate(OSKAR)]);
  other.host.receive(...one.host.frames.toReversed());
  unwrap(await other.session.takeIn());
  for (const { session } of [one, other]) expect(unwrap(await session.compare())).toEqual({ differs: false });
  const [ours, theirs] = [one.host.compared, other.host.compared];
  expect(ours?.at).toBe(2);
  expect(Object.values(ours?.buckets ?? {}).join()).toMatch(/^[0-9a-f]{16}/);
  expect(theirs?.buckets).toEqual(ours?.buckets);
  await save(one.session, [{ kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true }]);
  await one.session.compare();
  expect(one.host.compared?.buckets).not.toEqual(theirs?.buckets);
});
