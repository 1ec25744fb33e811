import type { Retirement } from '../keyring/dossier-keys.js';
import type { Change } from '../../../shared/changes/change-set.js';

/** What saved frames destroy: keys of dossiers, and, where somebody deleted permanently, the working store's key. */
export interface Erasures {
  readonly keys: readonly Retirement[];
  readonly forgets: boolean;
}

export const NO_ERASURES: Erasures = { keys: [], forgets: false };

/** As a frame says it of itself. */
interface Destroys {
  readonly erases: readonly string[];
  readonly renews: readonly { readonly dossier: string; readonly generation: number }[];
  readonly forgets: boolean;
}

export function erasuresOf({ erases, renews, forgets }: Destroys): Erasures {
  return {
    keys: [
      ...erases.map((dossier) => ({ dossier, below: Infinity })),
      ...renews.map(({ dossier, generation }) => ({ dossier, below: generation })),
    ],
    forgets,
  };
}

export function joinErasures(left: Erasures, right: Erasures): Erasures {
  return { keys: [...left.keys, ...right.keys], forgets: left.forgets || right.forgets };
}

/** Dossiers that changes erase as a whole. */
export function erasedDossiers(changes: readonly Change[]): string[] {
  return dossiersOf(changes, (change) => change.kind === 'erase' && change.whole);
}

/** Dossiers of which changes take a part for good, and carry what stays. */
export function renewedDossiers(changes: readonly Change[]): string[] {
  const erased = erasedDossiers(changes);
  const renewed = dossiersOf(changes, (change) => change.kind === 'erase' && change.forgets === true && !change.whole);
  return renewed.filter((dossier) => !erased.includes(dossier));
}

/** By dossier, everything that the records which stay name: ids of files are among it. */
export function namedByFolds(
  changes: readonly Change[],
  dossiers: readonly string[],
): ReadonlyMap<string, Set<string>> {
  const named = new Map(dossiers.map((dossier) => [dossier, new Set<string>()]));
  for (const change of changes) {
    const ids = change.dossier === null ? undefined : named.get(change.dossier);
    if (ids === undefined || change.kind !== 'fold') continue;
    for (const [id] of JSON.stringify(change.state).matchAll(/\b[0-9a-f]{32}\b/g)) ids.add(id);
  }
  return named;
}

function dossiersOf(changes: readonly Change[], isMeant: (change: Change) => boolean): string[] {
  const dossiers = changes.filter(isMeant).map(({ dossier }) => dossier);
  return [...new Set(dossiers)].filter((dossier) => dossier !== null);
}
