import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../shared/records/primitives.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';
import { helpLines, readCommandLine, runCommand } from './run-command.js';

describe.each(ENGINES)("the administrator's commands, on $name", ({ shared }) => {
  let database: Database;
  let there: TestOrganisation;
  beforeAll(async () => {
    database = await shared();
    there = await testOrganisation(database);
    return async () => {
      await there.app.close();
    };
  });

  async function run(...words: string[]) {
    const asked = readCommandLine([...words, '--organisation', there.id]);
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

  it('list users, invite one, list and revoke the laptop', async () => {
    const eva = newId();
    await (await there.laptop(eva)).write([recruiterCreate(eva)], { action: 'first-start' });
    expect((await run('users')).lines).toEqual([`${eva}\tEva Lind\tactive`]);
    const [invitation = ''] = (await run('invite', '--user', eva)).lines;
    const one = new SigningLaptop(there.app);
    expect((await one.join(invitation.split('\t')[1] ?? '')).json).toMatchObject({ recruiterId: eva });
    const listed = async () => (await run('devices')).lines.find((line) => line.startsWith(one.device));
    expect(await listed()).toBe(`${one.device}\tStand 1\t${eva}\t0\t-\tjoined`);
    expect((await run('revoke', one.device, '--wipe')).exitCode).toBe(0);
    expect(await listed()).toContain('revoked');
    expect((await one.ask('GET', '/v1/hello')).json).toMatchObject({ code: 'sync/revoked', wipe: true });
  });

  it('tell of a laptop that left, of its own accord, that it did; its key serves for nothing more', async () => {
    const one = await there.laptop();
    expect((await one.ask('POST', '/v1/devices/leave')).json).toEqual({ left: true });
    expect((await run('devices')).lines.find((line) => line.startsWith(one.device))).toMatch(/\tleft$/);
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
      lines: ['there is no such device', 'usage: revoke <device> [--wipe]'],
      exitCode: 1,
    });
    expect((await run('erase', 'Ebba')).exitCode).toBe(1);
    expect((await run('erase')).exitCode).toBe(1);
    expect((await run('invite', '--user', 'Eva')).exitCode).toBe(1);
    const nowhere = readCommandLine(['users', '--organisation', 'nowhere']);
    expect(typeof nowhere === 'object' && nowhere !== null && (await runCommand(database, nowhere, 0)).exitCode).toBe(
      1,
    );
  });
});

describe('a command line', () => {
  it.each([[['--help']], [['help']], [['users', '-h']]])('%j asks for help', (args) => {
    expect(readCommandLine(args)).toBeNull();
    expect(helpLines().join('\n')).toContain('organisation add <name>');
  });

  it.each([[['nonsense']], [['organisation', 'nonsense']], [['users', '--unknown']]])(
    '%j is not understood',
    (args) => {
      expect(readCommandLine(args)).toBeTypeOf('string');
    },
  );
});
