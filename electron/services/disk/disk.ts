/** An open file; positions and lengths are bytes. */
export interface DiskFile {
  /** Writes all of `bytes` at `position` or throws. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Resolves when the content, and the length it needs, is on the medium. */
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface DiskEntry {
  /** Bytes. */
  readonly size: number;
  /** UTC milliseconds. */
  readonly modifiedAt: number;
}

/**
 * What storage needs of a file system, and nothing more, so that tests can fill the disk, pull the plug or count what is
 * synced. A name is durable only after `syncFolder`; content only after `datasync`.
 */
export interface Disk {
  /** Null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  readRange(path: string, offset: number, length: number): Promise<Uint8Array>;
  /** Null when there is no such file. */
  look(path: string): Promise<DiskEntry | null>;
  /** For reading and writing; made when missing, readable by this user account only. */
  open(path: string): Promise<DiskFile>;
  /** Replaces what lies at `to`. */
  rename(from: string, to: string): Promise<void>;
  /** No failure when it is gone already. */
  remove(path: string): Promise<void>;
  /** Names in a folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder with its parents, durably. */
  makeFolder(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
}
