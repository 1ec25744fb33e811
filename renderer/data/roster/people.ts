import { resolveMerges } from '../../../shared/domain/merged-people.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { joinPeople, type DossierPerson } from './person-row.js';
import type { PersonRow } from './rows.js';

const NOBODY: readonly PersonId[] = [];

/**
 * Everybody, each once however many dossiers they have (G-13); found by the id of any of them. After `put` and `remove`,
 * `settle` brings the links in order: they may name somebody who comes later.
 */
export class People implements ReadonlyMap<PersonId, PersonRow> {
  readonly #dossiers = new Map<PersonId, DossierPerson>();
  readonly #standing = new Map<PersonId, PersonRow>();
  readonly #links = new Map<PersonId, PersonId>();
  #standsAs: ReadonlyMap<PersonId, PersonId> = new Map();
  #merged: ReadonlyMap<PersonId, readonly PersonId[]> = new Map();
  #unsettled = false;

  get size(): number {
    return this.#standing.size;
  }

  get(id: PersonId): PersonRow | undefined {
    return this.#standing.get(this.#survivorOf(id));
  }

  has(id: PersonId): boolean {
    return this.#dossiers.has(id);
  }

  /** Those whom lists show. */
  keys(): MapIterator<PersonId> {
    return this.#standing.keys();
  }

  values(): MapIterator<PersonRow> {
    return this.#standing.values();
  }

  entries(): MapIterator<[PersonId, PersonRow]> {
    return this.#standing.entries();
  }

  [Symbol.iterator](): MapIterator<[PersonId, PersonRow]> {
    return this.entries();
  }

  forEach(visit: (row: PersonRow, id: PersonId, map: ReadonlyMap<PersonId, PersonRow>) => void): void {
    for (const [id, row] of this.#standing) visit(row, id, this);
  }

  /** A dossier's person by itself, whoever stands for it. */
  dossier(id: PersonId): DossierPerson | undefined {
    return this.#dossiers.get(id);
  }

  /** All dossiers of whoever this one belongs to, the one that stands for the others first; itself where it is not known. */
  dossiersOf(id: PersonId): readonly PersonId[] {
    const survivor = this.#survivorOf(id);
    return [survivor, ...(this.#merged.get(survivor) ?? NOBODY)];
  }

  /** Whether there is one dossier and no other, as there nearly always is. */
  isAlone(id: PersonId): boolean {
    return this.#standsAs.size === 0 || (!this.#standsAs.has(id) && !this.#merged.has(id));
  }

  put(row: DossierPerson): void {
    const { id, mergedInto } = row;
    const isNew = !this.#dossiers.has(id);
    this.#dossiers.set(id, row);
    if ((this.#links.get(id) ?? null) !== mergedInto || (isNew && this.#links.size > 0)) this.#unsettled = true;
    if (mergedInto === null) this.#links.delete(id);
    else this.#links.set(id, mergedInto);
    this.#refresh(this.#survivorOf(id));
  }

  remove(id: PersonId): void {
    if (this.#links.size > 0) this.#unsettled = true;
    this.#links.delete(id);
    this.#dossiers.delete(id);
    this.#standing.delete(id);
  }

  settle(): void {
    if (!this.#unsettled) return;
    this.#unsettled = false;
    const before = this.#standsAs;
    this.#standsAs = resolveMerges(this.#links, (id) => this.#dossiers.has(id));
    const merged = new Map<PersonId, PersonId[]>();
    for (const [id, survivor] of this.#standsAs) merged.set(survivor, [...(merged.get(survivor) ?? []), id].sort());
    this.#merged = merged;
    for (const id of this.#standsAs.keys()) this.#standing.delete(id);
    for (const [id, survivor] of [...before, ...this.#standsAs]) {
      this.#refresh(this.#survivorOf(id));
      this.#refresh(this.#survivorOf(survivor));
    }
  }

  #survivorOf(id: PersonId): PersonId {
    return this.#standsAs.get(id) ?? id;
  }

  #refresh(id: PersonId): void {
    const own = this.#dossiers.get(id);
    if (own === undefined) return;
    const others = (this.#merged.get(id) ?? NOBODY).flatMap((other) => this.#dossiers.get(other) ?? []);
    this.#standing.set(id, others.length === 0 ? own : joinPeople(own, others));
  }
}
