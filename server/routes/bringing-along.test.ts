import { describe, expect, it } from 'vitest';
import type { Change, CreateChange } from '../../shared/changes/change-set.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE, packState } from '../../shared/changes/record-state.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { organisationCreate, personCreate, vacancyCreate } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { testOrganisation } from '../testing/test-organisation.js';

const LATER = 'ffff00000000-0000-00000000000000aa';

/** A record as a laptop has it that wrote it alone. */
function brought(create: CreateChange, stamp = LATER): Change {
  const { table, id, dossier } = create;
  return { kind: 'fold', table, id, dossier, state: packState(applyChange(EMPTY_STATE, create, stamp)) };
}

describe.each(ENGINES)('what a laptop brings along when it joins, on $name', ({ shared }) => {
  it('G-9 adds, whatever its recruiter may do, and changes nothing that is there', async () => {
    const there = await testOrganisation(await shared());
    const [eva, per, known] = [newId(), newId(), newId<never>()];
    const one = await there.laptop(eva);
    await one.write([organisationCreate({ departments: ['Grid'] }), recruiterCreate(eva), vacancyCreate(known)], {
      action: 'first-start',
    });
    await one.write([recruiterCreate(per, { rights: ['no-other-applications'] })], {
      by: eva,
      action: 'add-recruiter',
    });
    const two = await there.laptop(per);
    const { cursor } = await one.load();
    const [vacancy, added, boss] = [newId<never>(), newId(), newId()];
    const changes = [
      brought(vacancyCreate(vacancy)),
      brought(recruiterCreate(added, { rights: ['hire'] })),
      brought(recruiterCreate(boss)),
      brought(recruiterCreate(per, { rights: [...RIGHTS] })),
      brought(vacancyCreate(known, { title: 'Not theirs' })),
      brought(organisationCreate({ name: 'Not theirs', departments: ['Grid', 'IT'] })),
    ];
    expect((await two.write(changes, { by: per, action: 'join' })).json.refused).toEqual([]);
    const taken = (await one.pull(cursor)).lines.flatMap((line) => ('changeSet' in line ? line.changeSet.changes : []));
    expect(taken.map(({ id }) => id)).toEqual([vacancy, added]);
    // Under any other name it needs the right.
    await two.write([brought(vacancyCreate(newId<never>()))], { by: per, action: 'repair' });
    expect((await one.pull(cursor)).lines).toHaveLength(1);
    await there.app.close();
  });

  it('comes before everything else: a laptop that has worked with the others brings nothing more', async () => {
    const there = await testOrganisation(await shared());
    const [eva, per] = [newId(), newId()];
    const one = await there.laptop(eva);
    await one.write(
      [recruiterCreate(eva), recruiterCreate(per, { rights: ['add-candidates', 'no-other-applications'] })],
      {
        action: 'first-start',
      },
    );
    const two = await there.laptop(per);
    const bring = async () => await two.write([brought(vacancyCreate(newId<never>()))], { by: per, action: 'join' });
    const refusedOf = ({ json }: Awaited<ReturnType<typeof bring>>) => json.refused?.map(({ code }) => code);
    // In as many change sets, over as many days, as it takes.
    expect(refusedOf(await bring())).toEqual([]);
    expect(refusedOf(await bring())).toEqual([]);
    // In one push what comes before it is taken, and what comes behind it is not.
    const more = () => two.changeSet([brought(vacancyCreate(newId<never>()))], { by: per, action: 'join' });
    const work = [personCreate(newId<never>())];
    const mixed = await two.push(more(), two.changeSet(work, { by: per, action: 'capture' }), more());
    expect(mixed.json.refused).toEqual([{ n: 5, code: 'sync/joined-already' }]);
    expect(refusedOf(await bring())).toEqual(['sync/joined-already']);
    // Nor under another name of the same laptop.
    const device = newId().slice(16);
    await two.ask('POST', '/v1/devices/names', { body: { device } });
    const renamed = more();
    const body = { ...two.pushBody([{ ...renamed, device, n: 1 }]), device };
    expect(refusedOf(await two.ask('POST', '/v1/push', { body }))).toEqual(['sync/joined-already']);
    // What was refused is work with the others all the same.
    const three = await there.laptop(per);
    const forbidden = [vacancyCreate(newId<never>())];
    expect((await three.write(forbidden, { by: per, action: 'add-vacancy' })).json.refused).toHaveLength(1);
    const late = [brought(vacancyCreate(newId<never>()))];
    expect(refusedOf(await three.write(late, { by: per, action: 'join' }))).toEqual(['sync/joined-already']);
    await there.app.close();
  });
});
