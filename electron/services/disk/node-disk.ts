import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Disk, DiskEntry, DiskFile } from './disk.js';
import { errorCode } from './error-code.js';

/** The file system of this machine. */
export const nodeDisk: Disk = {
  async read(path) {
    return await unlessMissing(() => readFile(path));
  },

  async readRange(path, offset, length) {
    const handle = await open(path, 'r');
    try {
      const bytes = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await handle.close();
    }
  },

  async look(path): Promise<DiskEntry | null> {
    const entry = await unlessMissing(() => stat(path));
    return entry === null ? null : { size: entry.size, modifiedAt: entry.mtimeMs };
  },

  async open(path): Promise<DiskFile> {
    return fileOf(await open(path, constants.O_RDWR | constants.O_CREAT, 0o600));
  },

  rename,

  async remove(path) {
    await rm(path, { force: true });
  },

  async list(folder) {
    const names = await unlessMissing(() => readdir(folder));
    return (names ?? []).sort();
  },

  async makeFolder(path) {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = path; ; made = dirname(made)) {
      await nodeDisk.syncFolder(dirname(made));
      if (made === first || made === dirname(made)) return;
    }
  },

  async syncFolder(path) {
    if (process.platform === 'win32') return; // NTFS journals names itself and cannot open a folder for syncing
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

function fileOf(handle: FileHandle): DiskFile {
  return {
    async write(bytes, position) {
      let written = 0;
      while (written < bytes.length) {
        const step = await handle.write(bytes, written, bytes.length - written, position + written);
        written += step.bytesWritten;
      }
    },
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

async function unlessMissing<Value>(look: () => Promise<Value>): Promise<Value | null> {
  try {
    return await look();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
