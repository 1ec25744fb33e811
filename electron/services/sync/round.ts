import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { JournalHead } from '../../../shared/host/contract.js';
import { failure, type Failure } from '../../../shared/lib/result.js';
import type { Journal } from '../journal/journal.js';
import type { Line, SyncClient } from './sync-client.js';
import type { NameState, SealedFile, SyncState } from './sync-state.js';
import { saidAs, type SyncTrouble } from './sync-trouble.js';

/** What the exchange needs of the journal. */
export interface SyncJournal extends Pick<Journal, 'read' | 'receive' | 'appendAgain' | 'takeName'> {
  readonly head: JournalHead;
  readonly reader: Pick<Journal['reader'], 'names' | 'readOwn' | 'dossiersWithin' | 'unsent' | 'lastNOf'>;
}

/** `again`: the server stands elsewhere than thought; say hello and go on. */
export type Step<Value> = { readonly ok: true; readonly value: Value } | Failure<HostErrorCode | 'again'>;

/** One step of an exchange: the state as it is on the disk, and everything that changes it. */
export class Round {
  readonly journal: SyncJournal;
  readonly client: SyncClient;
  readonly now: () => number;
  readonly newId: () => string;
  readonly #file: SealedFile<SyncState>;
  #state: SyncState;

  constructor(
    parts: Pick<Round, 'journal' | 'client' | 'now' | 'newId'>,
    { file, state }: { readonly file: SealedFile<SyncState>; readonly state: SyncState },
  ) {
    this.journal = parts.journal;
    this.client = parts.client;
    this.now = parts.now;
    this.newId = parts.newId;
    this.#file = file;
    this.#state = state;
  }

  get state(): SyncState {
    return this.#state;
  }

  /** Durable when it answers. */
  async change(patch: Partial<SyncState>): Promise<void> {
    const next = { ...this.#state, ...patch };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    await this.#file.write(next);
    this.#state = next;
  }

  name(device: string): NameState {
    const known = this.#state.names.find((one) => one.device === device);
    return known ?? { device, announced: false, sent: { n: 0, seq: 0 }, lastStamp: null, closed: false };
  }

  async changeName(device: string, patch: Partial<Omit<NameState, 'device'>>): Promise<void> {
    const names = this.#state.names.filter((one) => one.device !== device);
    await this.change({ names: [...names, { ...this.name(device), ...patch }] });
  }

  /** Place up to which the server has everything that was written here. */
  async sentTo(): Promise<number> {
    if (this.#state.brings) return this.journal.head.seq; // nothing of it is ever sent as it was written
    const open = (await this.journal.reader.names()).map((device) => this.name(device)).filter(({ closed }) => !closed);
    return Math.min(...open.map(({ sent }) => sent.seq));
  }

  /** As a name, or as the newest that the server knows. */
  line(device = this.#state.names.findLast(({ announced }) => announced)?.device ?? ''): Line {
    const { server, privateKey, skew } = this.#state;
    return { server, privateKey, device, skew };
  }
}

/** Answers that only say that the server stands elsewhere than this laptop thought. */
const ELSEWHERE: readonly string[] = ['sync/gap', 'sync/epoch'];

export function asStep(trouble: SyncTrouble): Failure<HostErrorCode | 'again'> {
  return ELSEWHERE.includes(trouble.code)
    ? failure('again', trouble.code)
    : failure(saidAs(trouble.code), trouble.detail);
}
