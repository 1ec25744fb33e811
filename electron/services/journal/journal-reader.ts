import type { ChangeAuthor } from '../../../shared/host/change-author.js';
import { openFrame, type KeyOfDossier } from './change-set-frame.js';
import { findAuthors } from './find-authors.js';
import type { SegmentFiles } from './open-segments.js';
import { dossiersWithin, namesOf, readOwnChangeSets, type OwnPage, type OwnPosition } from './own-change-sets.js';
import { readFrames } from './read-page.js';
import type { Segment } from './segment.js';

/** Where the journal stands at this moment. */
export interface JournalStanding {
  readonly device: string;
  readonly head: number;
  readonly lastNOf: (device: string) => number;
}

/** What sending and forgetting need to know of a journal. */
export class JournalReader {
  readonly #files: SegmentFiles;
  readonly #segments: readonly Segment[];
  readonly #keyOf: KeyOfDossier;
  readonly #standing: () => JournalStanding;
  #older: readonly string[] | null = null;

  constructor(files: SegmentFiles, segments: readonly Segment[], keyOf: KeyOfDossier, standing: () => JournalStanding) {
    this.#files = files;
    this.#segments = segments;
    this.#keyOf = keyOf;
    this.#standing = standing;
  }

  /** Every name that this laptop had, the oldest first and the one of now last. */
  async names(): Promise<readonly string[]> {
    const { device } = this.#standing();
    this.#older ??= await namesOf(this.#files, this.#segments);
    if (!this.#older.includes(device)) this.#older = [...this.#older, device];
    return [...this.#older.filter((name) => name !== device), device];
  }

  /** Who wrote under these stamps, as far as this journal knows. */
  async authors(stamps: readonly string[]): Promise<readonly ChangeAuthor[]> {
    return await findAuthors(this.#files, this.#segments, this.#standing().head, stamps);
  }

  /** Under which stamp stands what is at a place; null without a place, or where it cannot be read. */
  async stampAt(seq: number | undefined): Promise<string | null> {
    if (seq === undefined) return null;
    const { head } = this.#standing();
    const [frame] = await readFrames(this.#files, this.#segments, { after: seq - 1, limit: 1, head });
    const body = frame?.body ?? null;
    return body === null ? null : (openFrame(body, this.#files.journalKey)?.envelope.stamp ?? null);
  }

  /** The last number of a device that is known here; 0 for none. */
  lastNOf(device: string): number {
    return this.#standing().lastNOf(device);
  }

  /** The change sets of one of this laptop's names, for sending. */
  async readOwn(
    device: string,
    after: OwnPosition,
    limit: { readonly count: number; readonly bytes: number },
  ): Promise<OwnPage> {
    const { head, lastNOf } = this.#standing();
    const range = { device, after, lastN: lastNOf(device), head, ...limit };
    return await readOwnChangeSets(this.#files, this.#segments, range, this.#keyOf);
  }

  /** Dossiers of which something that was written behind a place, up to another, can be read. */
  async dossiersWithin(after: number, upTo = this.#standing().head): Promise<ReadonlySet<string>> {
    return await dossiersWithin(this.#files, this.#segments, { after, head: upTo }, this.#keyOf);
  }

  /** Dossiers that own change sets behind a place, which nobody else has yet, are about. */
  async unsent(sentTo: number): Promise<ReadonlySet<string>> {
    const range = { after: sentTo, head: this.#standing().head, devices: new Set(await this.names()) };
    return await dossiersWithin(this.#files, this.#segments, range, this.#keyOf);
  }
}
