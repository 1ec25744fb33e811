/** The outcome of something that can fail in ways we expect; `code` is a literal such as `journal/disk-full`. */
export type Result<Value, Code extends string = string> = { readonly ok: true; readonly value: Value } | Failure<Code>;

export interface Failure<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  /** Technical words for a log or a bug report. Never personal data. */
  readonly detail?: string;
}

export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failure<Code extends string>(code: Code, detail?: string): Failure<Code> {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}
