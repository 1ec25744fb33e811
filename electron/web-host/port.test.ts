import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenPort, openOnKeptPort } from './port.js';

describe('the port of a data folder', () => {
  let folder = '';
  const closing: (() => void)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-port-'));
  });
  afterEach(() => {
    for (const close of closing.splice(0)) close();
    rmSync(folder, { recursive: true });
  });

  function open(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        closing.push(() => server.close());
        resolve(port);
      });
    });
  }

  it('is chosen once and kept', async () => {
    const said: string[] = [];
    const first = await openOnKeptPort(folder, open, (line) => said.push(line));
    closing.pop()?.();
    expect(await openOnKeptPort(folder, open, (line) => said.push(line))).toBe(first);
    expect(said).toEqual([]);
  });

  it('is another one, and says so, when somebody else has it', async () => {
    const first = await openOnKeptPort(folder, open, () => undefined);
    const said: string[] = [];
    const second = await openOnKeptPort(folder, open, (line) => said.push(line));
    expect(second).not.toBe(first);
    expect(said).toEqual([`Port ${first} is taken by another program; choosing another one.`]);
    expect(JSON.parse(readFileSync(path.join(folder, 'web-host.json'), 'utf8'))).toEqual({ port: second });
  });

  it('is chosen anew when its file was damaged', async () => {
    writeFileSync(path.join(folder, 'web-host.json'), '{"port":"x"');
    expect(await openOnKeptPort(folder, open, () => undefined)).toBeGreaterThan(1024);
  });

  it('does not hide any other failure', async () => {
    const fail = (): Promise<number> => Promise.reject(new Error('no network at all'));
    await expect(openOnKeptPort(folder, fail, () => undefined)).rejects.toThrow('no network at all');
  });

  it('can be said by the environment, and nonsense is refused', () => {
    expect(chosenPort({})).toBeNull();
    expect(chosenPort({ FAIRDESK_PORT: '4711' })).toBe(4711);
    for (const nonsense of ['x', '0', '65536', '80.5']) expect(() => chosenPort({ FAIRDESK_PORT: nonsense })).toThrow();
  });
});
