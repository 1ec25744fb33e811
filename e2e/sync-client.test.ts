import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findPython } from '../electron/services/testing/find-python.js';
import { SyncServer } from './support/sync-server.js';

const Said = z.object({
  pushed: z.object({ lastN: z.int(), refused: z.array(z.unknown()) }),
  agrees: z.boolean(),
  records: z.array(z.object({ table: z.string(), id: z.string(), fields: z.record(z.string(), z.unknown()) })),
});

/** A laptop of another make: joins, writes a fair of this name, receives everything. */
function pythonLaptop(address: string, invitation: string, fair: string) {
  const script = path.join(import.meta.dirname, 'sync_client.py');
  const fields = JSON.stringify({ name: fair, place: 'Åre – “hall” 3\n', days: [{ date: '2026-11-23' }], demo: false });
  const { stdout, stderr } = spawnSync(findPython('cryptography'), [script, address, invitation, 'fair', fields], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (stdout === '') throw new Error(stderr);
  return Said.parse(JSON.parse(stdout));
}

describe('a client in another language, made from the documents alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-server-'));
  const server = new SyncServer({ folder });
  let first = '';
  let second = '';

  beforeAll(async () => {
    first = (await server.command('organisation', 'add', 'Fjordkraft')).get('invitation') ?? '';
    second = (await server.command('invite')).get('invitation') ?? '';
    await server.start();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('joins, writes, receives and agrees with the server and with the next one', () => {
    const one = pythonLaptop(server.address, first, 'Autumn fair');
    expect(one).toMatchObject({ pushed: { lastN: 1, refused: [] }, agrees: true });
    const other = pythonLaptop(server.address, second, 'Spring fair');
    expect(other).toMatchObject({ pushed: { lastN: 1, refused: [] }, agrees: true });
    expect(other.records.map(({ fields }) => fields['name']).sort()).toEqual(['Autumn fair', 'Spring fair']);
  });

  it('is refused with an invitation that was used', () => {
    expect(() => pythonLaptop(server.address, first, 'Winter fair')).toThrow('403');
  });
});
