import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode } from './disk/error-code.js';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Keeps a data folder for this process, against a second host of either kind; null when somebody has it. `onKnock` is told
 * of each further start, so that the one that runs may come to the front. The lock is a socket that listens: the operating
 * system takes it back from a process that was killed, which a file with a process number cannot promise.
 */
export async function lockFolder(folder: string, onKnock: () => void): Promise<FolderLock | null> {
  const address = addressOf(folder);
  const server = createServer((visitor) => {
    visitor.on('error', () => undefined).end();
    onKnock();
  });
  if (!(await listen(server, address))) {
    // Only where sockets are files can one be left behind by a killed process.
    if ((await knock(address)) || !path.isAbsolute(address)) return null;
    await rm(address, { force: true });
    if (!(await listen(server, address))) return null;
  }
  server.unref();
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function addressOf(folder: string): string {
  const name = `fairdesk-${createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : path.join(tmpdir(), `${name}.sock`);
}

function listen(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (errorCode(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(address, () => resolve(true));
  });
}

/** Whether somebody answers there. */
function knock(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visit = connect(address, () => {
      visit.end();
      resolve(true);
    });
    visit.on('error', () => resolve(false));
  });
}
