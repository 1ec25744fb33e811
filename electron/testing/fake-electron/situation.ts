import { z } from 'zod';

/** The machine on which the fake Electron says that it runs; given by the test in `FAKE_ELECTRON`. */
const Situation = z.object({
  /** Absolute path of the folder that holds package.json and `out/`. */
  appPath: z.string(),
  keychain: z.enum(['real', 'none', 'locked']),
  firstInstance: z.boolean(),
  languages: z.array(z.string()),
});
export type Situation = z.infer<typeof Situation>;

export const situation: Situation = Situation.parse(JSON.parse(process.env['FAKE_ELECTRON'] ?? ''));

/** Everything that was asked of Electron, in order. */
export interface Noted {
  readonly what: string;
  readonly details: readonly unknown[];
}

export const record: Noted[] = [];

/** Functions cannot be sent to the test: that there was one is all it needs. */
export function note(what: string, ...details: readonly unknown[]): void {
  record.push({ what, details: details.map((detail) => (typeof detail === 'function' ? 'function' : detail)) });
}
