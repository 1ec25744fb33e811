import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/program.js';

/** One attempt of the host to reach anything, as `fake-cable.cjs` wrote it down. */
export interface Attempt {
  readonly attempt: 'connect' | 'lookup';
  /** `host:port`, or a name. */
  readonly to: string;
  readonly plugged: boolean;
}

/** A network cable that a test pulls and plugs, from before the host starts. */
export interface Cable {
  plug(): void;
  pull(): void;
  /** Everything that was tried so far, oldest first. */
  attempts(): readonly Attempt[];
  readonly nodeArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** `folder` must not be the data folder: what a search finds there must be the program's own. */
export function makeCable(folder: string): Cable {
  mkdirSync(folder, { recursive: true });
  const state = path.join(folder, 'cable');
  const attempts = path.join(folder, 'attempts.jsonl');
  const set = (text: string): void => writeFileSync(state, text);
  set('pulled');
  return {
    plug: () => set('plugged'),
    pull: () => set('pulled'),
    attempts() {
      if (!existsSync(attempts)) return [];
      const lines = readFileSync(attempts, 'utf8').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Attempt);
    },
    nodeArguments: ['--require', path.join(ROOT, 'e2e', 'support', 'fake-cable.cjs')],
    environment: { FAIRDESK_TEST_CABLE: state, FAIRDESK_TEST_ATTEMPTS: attempts },
  };
}
