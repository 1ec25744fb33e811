const NONE: readonly never[] = [];

/** Rows by their owner, kept in step as rows are replaced. Lists are never copied on read. */
export class OwnedIndex<Owner extends string | null, Row extends { readonly id: string }> {
  readonly #lists = new Map<Owner, Row[]>();

  of(owner: Owner): readonly Row[] {
    return this.#lists.get(owner) ?? NONE;
  }

  replace(before: Row | undefined, after: Row, ownerOf: (row: Row) => Owner): void {
    const owner = ownerOf(after);
    const list = this.#lists.get(owner) ?? [];
    const at = before !== undefined && ownerOf(before) === owner ? list.indexOf(before) : -1;
    if (at >= 0) list[at] = after;
    else {
      this.remove(before, ownerOf);
      list.push(after);
    }
    this.#lists.set(owner, list);
  }

  remove(row: Row | undefined, ownerOf: (row: Row) => Owner): void {
    if (row === undefined) return;
    const list = this.#lists.get(ownerOf(row));
    const at = list?.indexOf(row) ?? -1;
    if (at >= 0) list?.splice(at, 1);
  }

  drop(owner: Owner): void {
    this.#lists.delete(owner);
  }
}
