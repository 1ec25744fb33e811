import type { OpenStore } from '../open-store.js';
import { Observable } from '../observable.js';
import type { OpenRow } from '../sealed-row.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { asWriter } from '../writer-queue.js';
import type { Roster } from './rows.js';

const QUIET_MS = 15_000;

export interface RosterView {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Roster;
}

/** Keeps the roster in step with what is written, tells the lists, and saves its segments when it is quiet. */
export class RosterKeeper {
  readonly #opened: OpenStore;
  readonly #onFailed: (error: unknown) => void;
  readonly #observable: Observable<Roster>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Place up to which the table has seen everything; null after it missed something that another window wrote. */
  #seq: number | null;
  #place: number;

  /** `onFailed` hears of segments that could not be written when it was quiet. */
  constructor(opened: OpenStore, onFailed: (error: unknown) => void) {
    this.#opened = opened;
    this.#onFailed = onFailed;
    this.#seq = opened.seq;
    this.#place = opened.seq;
    this.#observable = new Observable<Roster>(opened.table);
  }

  get roster(): RosterView {
    return this.#observable;
  }

  /** Place of the journal up to which the lists show what it says. */
  readonly place = (): number => this.#place;

  /** All dossiers of whoever this one belongs to, the one that stands for the others first (G-13). */
  readonly dossiersOf = (id: PersonId): readonly PersonId[] => this.#opened.table.people.dossiersOf(id);

  /** Whether people refer to this record: an undo must not take it from under them. */
  readonly isInUse = (table: string, id: string): boolean => {
    const { table: roster } = this.#opened;
    if (table === 'recruiter') {
      const of = ({ recruiterIds }: { readonly recruiterIds: readonly string[] }): boolean => recruiterIds.includes(id);
      return (
        [...roster.interviews.values()].some(of) || [...roster.vacancies.values()].some((one) => one.contactId === id)
      );
    }
    if (table === 'rejectionReason')
      return [...roster.applications.values()].some((one) => one.rejectionReasonId === id);
    if (table === 'vacancy') return [...roster.applications.values()].some(({ vacancyId }) => vacancyId === id);
    if (table === 'panelReview') {
      return [...roster.applications.values()].some(({ panelRatings }) =>
        panelRatings.some((one) => one.reviewId === id),
      );
    }
    if (table !== 'fair') return false;
    return [...roster.people.values()].some((one) => [one, ...one.merged].some(({ fairId }) => fairId === id));
  };

  apply(rows: readonly OpenRow[], from: number, to: number): void {
    this.#seq = this.#seq === from ? to : null;
    this.#place = Math.max(this.#place, to);
    const { table, segments } = this.#opened;
    segments.touch(table.apply(rows));
    this.#observable.notify();
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.saveSegments().catch(this.#onFailed);
    }, QUIET_MS);
  }

  /** Writes the segments that are out of date; the next start then opens them instead of single rows. */
  async saveSegments(): Promise<void> {
    const { table, segments } = this.#opened;
    await asWriter(async () => {
      if (segments.dirty && this.#seq !== null) await segments.save(table, this.#seq);
    });
  }
}
