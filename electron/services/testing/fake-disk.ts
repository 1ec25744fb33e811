import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../disk/disk.js';

/** Numbers in [0, 1) that a seed decides. */
export type Random = () => number;

interface Inode {
  /** What a reader sees. */
  content: Buffer;
  /** What the medium holds for certain. */
  durable: Buffer;
  /** Done since the last sync, in order. */
  pending: Operation[];
}

type Operation = { readonly position: number; readonly bytes: Buffer } | { readonly length: number };
type NameOperation = { readonly path: string; readonly inode: Inode | null };

const PAGE = 512;

/**
 * A file system in memory that keeps apart what is seen and what would survive a power cut: contents count after
 * `datasync`, names after `syncFolder`. It can run full, and stop dead before any operation.
 */
export class FakeDisk implements Disk {
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #pendingNames: NameOperation[] = [];
  /** Bytes that all files together may hold. */
  capacity = Infinity;
  /** Operations that still succeed; then everything fails, as in a process that is dead. */
  stepsLeft = Infinity;
  /** Whether the medium refuses to take what was written. */
  failSync = false;
  /** Files whose path has this in it can no longer grow. */
  refuses: string | null = null;
  /** Operations so far. */
  steps = 0;

  async read(path: string): Promise<Uint8Array | null> {
    this.#step();
    const inode = this.#names.get(path);
    return inode === undefined ? null : Buffer.from(inode.content);
  }

  async readRange(path: string, offset: number, length: number): Promise<Uint8Array> {
    this.#step();
    return Buffer.from(this.#inode(path).content.subarray(offset, offset + length));
  }

  async look(path: string): Promise<{ size: number; modifiedAt: number } | null> {
    this.#step();
    const inode = this.#names.get(path);
    return inode === undefined ? null : { size: inode.content.length, modifiedAt: 0 };
  }

  async open(path: string): Promise<DiskFile> {
    this.#step();
    const inode = this.#names.get(path) ?? { content: Buffer.alloc(0), durable: Buffer.alloc(0), pending: [] };
    if (!this.#names.has(path)) this.#setName(path, inode);
    return {
      write: async (bytes, position) => this.#write(path, inode, Buffer.from(bytes), position),
      datasync: async () => {
        this.#step();
        if (this.failSync) throw Object.assign(new Error('EIO: the medium failed'), { code: 'EIO' });
        inode.durable = Buffer.from(inode.content);
        inode.pending = [];
      },
      truncate: async (length) => {
        this.#step();
        this.#apply(inode, { length });
      },
      close: async () => undefined,
    };
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step();
    const inode = this.#inode(from);
    this.#setName(to, inode);
    this.#setName(from, null);
  }

  async remove(path: string): Promise<void> {
    this.#step();
    if (this.#names.has(path)) this.#setName(path, null);
  }

  async list(folder: string): Promise<readonly string[]> {
    this.#step();
    const inside = this.paths().filter((path) => path.startsWith(`${folder}/`));
    return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
  }

  async makeFolder(): Promise<void> {
    this.#step();
  }

  async syncFolder(folder: string): Promise<void> {
    this.#step();
    for (const { path, inode } of this.#pendingNames)
      if (dirname(path) === folder) name(this.#durableNames, path, inode);
    this.#pendingNames = this.#pendingNames.filter(({ path }) => dirname(path) !== folder);
  }

  /** All files, sorted. */
  paths(): string[] {
    return [...this.#names.keys()].sort();
  }

  /** The content of a file, to be damaged in place. */
  contentOf(path: string): Buffer {
    return this.#inode(path).content;
  }

  /** Puts a file there, or takes it away, as if it had been so for long: no power cut undoes it. */
  replace(path: string, content: Buffer | null): void {
    const inode = content === null ? null : { content, durable: content, pending: [] };
    name(this.#names, path, inode);
    name(this.#durableNames, path, inode);
  }

  /** The disk as the next start finds it after a SIGKILL: everything that was handed to the system is there. */
  afterKill(): FakeDisk {
    const next = new FakeDisk();
    for (const [path, { content }] of this.#names) next.replace(path, Buffer.from(content));
    return next;
  }

  /** The disk as the next start finds it after a power cut: of what was not synced, any part got through or none. */
  afterPowerCut(random: Random): FakeDisk {
    const names = new Map(this.#durableNames);
    const through = Math.floor(random() * (this.#pendingNames.length + 1));
    for (const { path, inode } of this.#pendingNames.slice(0, through)) name(names, path, inode);
    const next = new FakeDisk();
    for (const [path, inode] of names) next.replace(path, survivingContent(inode, random));
    return next;
  }

  #step(): void {
    this.steps++;
    if (this.stepsLeft-- <= 0) throw new Error('The process is dead');
  }

  #write(path: string, inode: Inode, bytes: Buffer, position: number): void {
    this.#step();
    const used = [...this.#names.values()].reduce((sum, { content }) => sum + content.length, 0);
    const refused = this.refuses !== null && path.includes(this.refuses);
    const room = refused ? 0 : this.capacity - used + Math.max(0, inode.content.length - position);
    this.#apply(inode, { position, bytes: bytes.subarray(0, Math.max(0, room)) });
    if (room < bytes.length) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
  }

  #apply(inode: Inode, operation: Operation): void {
    inode.content = applied(inode.content, operation);
    inode.pending.push(operation);
  }

  #setName(path: string, inode: Inode | null): void {
    name(this.#names, path, inode);
    this.#pendingNames.push({ path, inode });
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(path);
    if (inode === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    return inode;
  }
}

function name(names: Map<string, Inode>, path: string, inode: Inode | null): void {
  if (inode === null) names.delete(path);
  else names.set(path, inode);
}

function applied(content: Buffer, operation: Operation): Buffer {
  if ('length' in operation) {
    return Buffer.concat([content.subarray(0, operation.length)], operation.length);
  }
  const end = operation.position + operation.bytes.length;
  const grown = Buffer.concat([content], Math.max(content.length, end));
  operation.bytes.copy(grown, operation.position);
  return grown;
}

/** Earlier writes got through, the last one torn: cut short, or with pages missing from a file that is already longer. */
function survivingContent(inode: Inode, random: Random): Buffer {
  const through = Math.floor(random() * (inode.pending.length + 1));
  let content = inode.durable;
  inode.pending.slice(0, through).forEach((operation, i) => {
    const torn = i === through - 1 && 'bytes' in operation;
    content = applied(content, torn ? tear(operation, random) : operation);
  });
  return Buffer.from(content);
}

function tear(write: Extract<Operation, { bytes: Buffer }>, random: Random): Operation {
  const choice = random();
  if (choice < 0.3) return write;
  if (choice < 0.7) return { ...write, bytes: write.bytes.subarray(0, Math.floor(random() * write.bytes.length)) };
  const bytes = Buffer.from(write.bytes);
  for (let at = 0; at < bytes.length; at += PAGE)
    if (random() < 0.5) bytes.fill(0, at, Math.min(at + PAGE, bytes.length));
  return { ...write, bytes };
}
