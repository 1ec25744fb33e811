import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { dossiersLeftBy, HOUSEKEEPING, REFUSAL_TABLE } from '../../../shared/changes/housekeeping.js';
import { CHANNELS, type Channel, type InputOf, type OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Json } from '../../../shared/lib/json.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { HostClient } from '../host-client.js';

type Answers = { [C in Channel]?: (input: InputOf<C>) => Result<OutputOf<C>, HostErrorCode> };

/** A journal in memory behind the contract: what the data layer needs of a host, nothing sealed. */
export class FakeHost implements HostClient {
  readonly frames: ChangeSet[] = [];
  readonly drafts = new Map<string, Json>();
  readonly calls: Channel[] = [];
  /** Places whose frames can no longer be read. */
  readonly lost = new Set<number>();
  /** What the sweeps so far were told to keep. */
  readonly sweeps: (readonly string[])[] = [];
  /** Drafts that can no longer be read. */
  readonly damagedDrafts = new Set<string>();
  journalId = 'journal-1';
  /** Appends that are written although their answer is lost on the way. */
  loseAnswers = 0;
  /** While set, no append is answered: the line breaks before the journal has it, or after it was written. */
  cut: 'before' | 'after' | null = null;
  /** What was last compared with the server. */
  compared: InputOf<'sync.compare'> | null = null;
  #kid = 0;
  /** The journal's name. */
  device: string;
  /** All that it had, this one last. */
  names: string[];
  /** Who works here. */
  recruiterId: string | null = null;
  /** What a server says of who sends; null: it cannot be asked. */
  senders: string[] | null = null;
  /** Where it stands with a server. */
  standing: OutputOf<'sync.state'> = null;

  constructor(device = '00000000000000aa') {
    this.device = device;
    this.names = [device];
  }

  async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    await Promise.resolve();
    this.calls.push(channel);
    const answer = this.#answers[channel];
    if (answer === undefined) return failure('host/fault', `${channel} of ${CHANNELS.length.toString()}`);
    return answer(structuredClone(input));
  }

  /** Replaced by tests that need them. */
  putFile: HostClient['putFile'] = () => Promise.reject(new Error('no files in this test'));
  putPreview: HostClient['putPreview'] = () => Promise.reject(new Error('no previews in this test'));
  putPart: HostClient['putPart'] = () => Promise.reject(new Error('no export in this test'));

  fileUrl(fileId: string): string {
    return `/files/${fileId}`;
  }

  /** What arrives from others, under their numbers, and this laptop's housekeeping, which is numbered here. */
  receive(...changeSets: readonly ChangeSet[]): void {
    for (const changeSet of changeSets) {
      const isNote = changeSet.device === HOUSEKEEPING;
      this.#clear(new Set<string | null>(dossiersLeftBy(changeSet)));
      this.frames.push(isNote ? { ...changeSet, n: this.frames.length + 1 } : changeSet);
    }
  }

  get #own(): readonly ChangeSet[] {
    return this.frames.filter(({ device }) => device === this.device);
  }

  readonly #answers: Answers = {
    'journal.open': () =>
      success({
        device: this.device,
        seq: this.frames.length,
        n: this.#own.at(-1)?.n ?? 0,
        stamp:
          this.frames
            .map(({ stamp }) => stamp)
            .sort()
            .at(-1) ?? null,
        journalId: this.journalId,
        damaged: [...this.lost].map((seq) => ({ seq, device: null, n: null })),
        rolledBack: false,
      }),
    'journal.append': ({ changeSet }) => this.#append(changeSet as ChangeSet),
    'journal.read': ({ after, limit }) =>
      success({
        head: this.frames.length,
        entries: this.frames.slice(after, after + limit).map((changeSet, at) => ({
          seq: after + at + 1,
          changeSet: this.lost.has(after + at + 1) || changeSet.changes.length === 0 ? null : changeSet,
        })),
      }),
    'journal.authors': ({ stamps }) =>
      success({
        authors: this.frames
          .filter(({ stamp }) => stamps.includes(stamp))
          .map(({ stamp, by, at, action }) => ({ stamp, by, at, action })),
      }),
    'store.key': ({ renew }) => {
      if (renew) this.#kid += 1;
      return success({ kid: `k${this.#kid.toString()}`, key: btoa(String.fromCharCode(this.#kid).repeat(32)) });
    },
    'preferences.read': () =>
      success({
        language: 'en',
        theme: 'system',
        density: 'compact',
        recruiterId: this.recruiterId,
        workOffline: false,
      }),
    'sync.state': () => success(structuredClone(this.standing)),
    'sync.compare': (known) => {
      this.compared = known;
      return success({ differs: false });
    },
    'sync.renew': ({ at, dossiers, changes }) => {
      if (at !== this.frames.length) return failure('journal/behind');
      this.#clear(new Set<string | null>(dossiers));
      this.#note('renew', changes as Change[]);
      if (this.standing !== null) this.standing.toRenew = [];
      return success(null);
    },
    'sync.bring': () => {
      this.device = (BigInt(`0x${this.device}`) + 1n).toString(16).padStart(16, '0');
      this.names.push(this.device);
      return success(null);
    },
    'sync.names': () => success({ names: this.names }),
    'sync.senders': () =>
      this.senders === null ? failure('sync/unreachable') : success({ senders: [...this.names, ...this.senders] }),
    'sync.settle': ({ refusals, event, settled }) => {
      const changes = refusals.map((id): Change => {
        const refusal = { table: REFUSAL_TABLE, id, dossier: null };
        return settled
          ? { kind: 'event', ...refusal, event: { id: event, type: 'settled' } }
          : { kind: 'retract', ...refusal, event };
      });
      this.#note('sync', changes);
      return success(null);
    },
    'sync.resent': () => {
      if (this.standing !== null) Object.assign(this.standing, { resend: null, brings: false });
      return success(null);
    },
    'file.sweep': ({ keep }) => {
      this.sweeps.push(keep);
      return success({ removed: 1 });
    },
    'draft.list': () => success({ drafts: [...this.drafts.keys()].map((key) => ({ key, savedAt: 0 })) }),
    'draft.read': ({ key }) =>
      this.damagedDrafts.has(key) ? failure('draft/damaged') : success({ draft: this.drafts.get(key) ?? null }),
    'draft.write': ({ key, draft }) => {
      this.drafts.set(key, draft);
      return success(null);
    },
    'draft.clear': ({ key }) => {
      this.drafts.delete(key);
      return success(null);
    },
  };

  #note(action: string, changes: readonly Change[]): void {
    const stamp = `000000000000-0000-${HOUSEKEEPING}`;
    const n = this.frames.length + 1;
    this.frames.push({ v: 1, device: HOUSEKEEPING, n, stamp, at: 0, by: null, actionId: action, action, changes });
  }

  /** As the keys' destruction does it: nothing older of the dossiers is readable, and the store's key is another. */
  #forget({ changes }: ChangeSet): void {
    const forgotten = new Set(changes.flatMap((one) => (one.kind === 'erase' && one.forgets ? [one.dossier] : [])));
    if (forgotten.size === 0) return;
    this.#kid += 1;
    this.#clear(forgotten);
  }

  #clear(forgotten: ReadonlySet<string | null>): void {
    this.frames.forEach((frame, at) => {
      const left = frame.changes.filter(({ kind, dossier }) => kind === 'erase' || !forgotten.has(dossier));
      this.frames[at] = { ...frame, changes: left };
    });
  }

  #append(changeSet: ChangeSet): Result<{ seq: number }, HostErrorCode> {
    if (this.cut === 'before') return failure('host/unreachable');
    const written = this.#write(changeSet);
    return this.cut === 'after' ? failure('host/unreachable') : written;
  }

  #write(changeSet: ChangeSet): Result<{ seq: number }, HostErrorCode> {
    const at = this.frames.findIndex(({ device, n }) => device === changeSet.device && n === changeSet.n);
    if (at >= 0) {
      const same = this.frames[at]?.actionId === changeSet.actionId;
      return same ? success({ seq: at + 1 }) : failure('journal/different-change-set');
    }
    if (changeSet.n !== (this.#own.at(-1)?.n ?? 0) + 1) return failure('journal/behind');
    this.#forget(changeSet);
    this.frames.push(changeSet);
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      return failure('host/unreachable');
    }
    return success({ seq: this.frames.length });
  }
}
