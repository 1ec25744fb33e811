/** What a statement may be given: both engines write these the same way. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null)[];

/** A row as it comes from the engine; int8 as number, bytea as bytes. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  /** Runs one statement with `$1`… in it. What stands in the rows is named by who wrote the statement. */
  readonly query: <Shape extends Row>(sql: string, values?: readonly SqlValue[]) => Promise<readonly Shape[]>;
}

/** Every statement goes along an index: an engine that has counted nothing yet would rather read all rows and sort them. */
export const RANDOM_PAGE_COST = 1.1;

/** The one port to the store: PostgreSQL 15 or newer, or the embedded engine. Both get the same SQL. */
export interface Database extends Queries {
  readonly engine: 'postgres' | 'pglite';
  /** Runs `work` in one transaction: all of it or, when it throws, nothing. */
  readonly transaction: <Value>(work: (queries: Queries) => Promise<Value>) => Promise<Value>;
  /** Runs several statements, without values: migrations. */
  readonly script: (sql: string) => Promise<void>;
  /**
   * Calls `heard` with whatever is notified on the channel, from any node. With null it says that something may have been
   * missed: the connection was lost and is there again. Answers how to stop listening.
   */
  readonly listen: (channel: string, heard: (payload: string | null) => void) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}
