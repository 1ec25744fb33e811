import type { Evidence } from './evidence.js';

/**
 * 10. After every crash the working store holds what the journal says: made anew from it, it is the same. Where only the
 * journal was put back, what left sight since leaves it once more at the next exchange: never, on a revoked laptop.
 */
export function storeIsWhatTheJournalSays({ laptops }: Evidence): string | null {
  for (const { laptop, shown, rebuilt } of laptops.filter(({ laptop: { revoked } }) => !revoked)) {
    for (const id of new Set([...shown.keys(), ...rebuilt.keys()])) {
      const [before, after] = [shown.get(id) ?? 'nothing', rebuilt.get(id) ?? 'nothing'];
      if (before !== after)
        return `${laptop.name} shows of ${id}, before and after it was made anew:\n${before}\n${after}`;
    }
  }
  return null;
}

/** 13. What is out of its sight is not on a laptop: not in its store, and not to be opened in its journal. */
export function nothingOutOfSight({ laptops, sees }: Evidence): string | null {
  for (const { laptop, rows, entries } of laptops.filter(({ laptop: { revoked } }) => !revoked)) {
    const row = rows.find(({ dossier, state }) => !state.erased && state.created !== null && !sees(laptop, dossier));
    if (row !== undefined) return `${row.table} ${row.id} is on ${laptop.name}`;
    const readable = entries
      .flatMap(({ changeSet }) => changeSet?.changes ?? [])
      .find((change) => change.kind !== 'erase' && change.dossier !== null && !sees(laptop, change.dossier));
    if (readable !== undefined) return `the journal of ${laptop.name} still tells of ${readable.dossier ?? ''}`;
  }
  return null;
}

/** 18. Where there is nothing to do, a step costs one request. */
export function idleIsOneRequest({ laptops }: Evidence): string | null {
  const busy = laptops.find(({ idleRequests }) => idleRequests > 1);
  return busy === undefined ? null : `${busy.laptop.name} asked ${busy.idleRequests} times for nothing`;
}
