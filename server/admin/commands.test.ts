import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../shared/records/primitives.js';
import { applicationCreate, personCreate, testId } from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import { addOrganisation } from '../store/organisation-rows.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';
import { helpLines, readCommandLine, runCommand } from './run-command.js';

describe.each(ENGINES)("the administrator's commands, on $name", ({ shared }) => {
  let database: Database;
  let there: TestOrganisation;
  const eva = newId<string>();
  beforeAll(async () => {
    database = await shared();
    there = await testOrganisation(database);
    await (await there.laptop(eva)).write([recruiterCreate(eva)], { action: 'first-start' });
    return async () => {
      await there.app.close();
    };
  });

  async function run(...words: string[]) {
    const isOfOne = ['users', 'invite', 'devices', 'erase'].includes(words[0] ?? '');
    return await runWords(...words, ...(isOfOne ? ['--organisation', there.id] : []));
  }

  async function runWords(...words: string[]) {
    const asked = readCommandLine(words);
    if (asked === null || typeof asked === 'string') throw new Error(asked ?? 'help was asked for');
    return await runCommand(database, asked, 1_790_000_000_000);
  }

  it('add and list organisations; the first laptop joins with what was said', async () => {
    const { lines, exitCode } = await run('organisation', 'add', 'Nordlys');
    expect(exitCode).toBe(0);
    const [organisation, code] = lines.map((line) => line.split('\t')[1] ?? '');
    expect((await new SigningLaptop(there.app).join(code ?? '')).status).toBe(200);
    expect((await run('organisation', 'list')).lines).toContain(`${organisation ?? ''}\tNordlys\t0\t1`);
  });

  it('add no second organisation of one name, and say which of several is not named well', async () => {
    const [name, other] = [`Nord ${newId()}`, `Syd ${newId()}`];
    const [added = ''] = (await run('organisation', 'add', name)).lines;
    const before = (await run('organisation', 'list')).lines.length;
    const again = await run('organisation', 'add', ` ${name} `);
    expect(again).toMatchObject({ exitCode: 1 });
    expect(again.lines[0]).toContain(`already: ${added.split('\t')[1] ?? ''}`);
    expect((await run('organisation', 'list')).lines).toHaveLength(before);
    await addOrganisation(database, other);
    await addOrganisation(database, other);
    const asked = async (...words: readonly string[]) => (await runWords('users', ...words)).lines[0];
    expect(await asked('--organisation', other)).toContain('several organisations have the name');
    expect(await asked('--organisation', newId())).toContain('there is no organisation');
    expect(await asked()).toContain('there are several organisations');
  });

  it('list users, invite one, list and revoke the laptop', async () => {
    expect((await run('users')).lines).toEqual(['id\tname\tstanding', `${eva}\tEva Lind\tactive`]);
    const [invitation = ''] = (await run('invite', '--user', eva)).lines;
    const one = new SigningLaptop(there.app);
    expect((await one.join(invitation.split('\t')[1] ?? '')).json).toMatchObject({ recruiterId: eva });
    const listed = async () => (await run('devices')).lines.find((line) => line.startsWith(one.device));
    expect(await listed()).toBe(`${one.device}\tStand 1\tEva Lind\tjoined\t-`);
    expect((await run('revoke', one.device, '--wipe')).exitCode).toBe(0);
    expect(await listed()).toContain('revoked');
    expect((await one.ask('GET', '/v1/hello')).json).toMatchObject({ code: 'sync/revoked', wipe: true });
  });

  it('list a laptop once, under the name it writes with, and who wrote there last; any of its names revokes it', async () => {
    const one = await there.laptop();
    const [older, newer] = [one.device, newId<string>().slice(0, 16)];
    await one.write([personCreate(newId<never>())], { by: eva });
    await one.ask('POST', '/v1/devices/names', { body: { device: newer } });
    const rows = async () =>
      (await run('devices')).lines.filter((line) => line.includes(older) || line.includes(newer));
    expect(await rows()).toEqual([expect.stringContaining(`${older}\tStand 1\teverybody, last Eva Lind\tjoined\t20`)]);
    one.device = newer;
    await one.write([personCreate(newId<never>())], { n: 1 });
    expect(await rows()).toEqual([expect.stringMatching(`^${newer}\tStand 1\teverybody`)]);
    expect((await run('revoke', older)).exitCode).toBe(0);
    expect((await one.ask('GET', '/v1/hello')).json.code).toBe('sync/revoked');
  });

  it('tell of a laptop that left, of its own accord, that it did; its key serves for nothing more', async () => {
    const one = await there.laptop();
    expect((await one.ask('POST', '/v1/devices/leave')).json).toEqual({ left: true });
    expect((await run('devices')).lines.find((line) => line.startsWith(one.device))).toContain('\tleft\t');
    for (const [method, path] of [
      ['GET', '/v1/hello'],
      ['POST', '/v1/devices/leave'],
    ] as const) {
      expect((await one.ask(method, path)).json).toMatchObject({ code: 'sync/revoked', wipe: false });
    }
    expect((await one.write([personCreate(newId<never>())])).json.code).toBe('sync/revoked');
  });

  it('erase a person on every laptop, more than once', async () => {
    const one = await there.laptop();
    const { cursor } = await one.load();
    const person = newId<PersonId>();
    await (await there.laptop()).write([personCreate(person)]);
    const said = { lines: [`erased\t${person}`], exitCode: 0 };
    expect(await run('erase', person)).toEqual(said);
    expect(await run('erase', person)).toEqual(said);
    const { lines } = await one.pull(cursor);
    const erase = { kind: 'erase', table: 'person', id: person, dossier: person, whole: true, forgets: true };
    expect(lines).toContainEqual({ changeSet: expect.objectContaining({ changes: [erase] }) as never });
  });

  it('erase the person whom a record belongs to, and nobody by an id that nobody has', async () => {
    const one = await there.laptop();
    const [person, application] = [newId<PersonId>(), newId()];
    const applied = applicationCreate(application, { personId: person, vacancyId: testId(1) });
    await one.write([personCreate(person), applied]);
    const { cursor } = await one.load();
    for (const id of [eva, newId(), 'Ebba']) {
      expect(await run('erase', id)).toMatchObject({
        lines: [expect.stringContaining('nothing was erased'), 'usage: erase <person>'],
        exitCode: 1,
      });
    }
    expect((await one.pull(cursor)).lines).toEqual([]);
    expect(await run('erase', application)).toEqual({ lines: [`erased\t${person}`], exitCode: 0 });
    expect((await one.load()).lines).toContainEqual({ left: person });
  });

  it('begin a new epoch after a restore: laptops are told, and go on from where the server stands', async () => {
    const one = await there.laptop();
    const { cursor } = await one.load();
    const before = one.epoch;
    await run('restored');
    const told = await one.ask('GET', `/v1/pull?cursor=${encodeURIComponent(cursor)}`);
    expect(told.json).toMatchObject({ code: 'sync/epoch', lastN: 0 });
    expect(told.json.epoch).not.toBe(before);
    expect((await one.write([personCreate(newId<never>())])).json.code).toBe('sync/epoch');
  });

  it('say what is wrong, with the exit code 1', async () => {
    expect(await run('revoke', 'nobody')).toEqual({
      lines: ['there is no such device: "devices" lists them', 'usage: revoke <device> [--wipe]'],
      exitCode: 1,
    });
    expect((await run('erase')).exitCode).toBe(1);
    for (const user of ['Eva', newId()]) expect((await run('invite', '--user', user)).exitCode).toBe(1);
  });
});

describe('a command line', () => {
  it.each([[['--help']], [['help']], [['users', '-h']]])('%j asks for help', (args) => {
    expect(readCommandLine(args)).toBeNull();
    expect(helpLines().join('\n')).toContain('organisation add <name>');
  });

  it.each([
    [['nonsense']],
    [['organisation', 'nonsense']],
    [['users', '--unknown']],
    [['restored', 'extra']],
    [['invite', 'Bo']],
    [['devices', 'revoke']],
    [['serve', 'extra']],
    [['serve', '--wipe']],
    [['--organisation', 'Nordlys']],
    [['restored', '--organisation', 'Nordlys']],
    [['organisation', 'add', 'Nordlys', '--organisation', 'Nordlys']],
    [['organisation', 'list', '--user', 'x']],
    [['users', '--wipe']],
    [['invite', '--wipe']],
    [['devices', '--user', 'x']],
    [['revoke', 'x', '--organisation', 'Nordlys']],
    [['revoke', 'x', 'y']],
    [['erase', 'x', '--user', 'y']],
  ])('%j is not understood', (args) => {
    expect(readCommandLine(args)).toBeTypeOf('string');
  });

  it('says which option means nothing, and how the command is used', () => {
    expect(readCommandLine(['restored', '--organisation', 'x'])).toBe(
      '--organisation means nothing here (usage: restored)',
    );
  });
});
