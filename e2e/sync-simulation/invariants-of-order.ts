import { canonicalJson, type Json } from '../../shared/lib/json.js';
import type { Evidence } from './evidence.js';
import { bodyOf } from './server-evidence.js';

/**
 * 3. The numbers of a device are in the log, and come to every laptop, in their order. A server that was put back sends once
 * more what a laptop may have had as records: behind what it had as change sets.
 */
export function orderOfEachDevice({ world, log, laptops }: Evidence): string | null {
  const last = new Map<string, number>();
  for (const { device, n } of log) {
    if (n !== (last.get(device) ?? 0) + 1)
      return `number ${n} of ${device} follows ${last.get(device) ?? 0} in the log`;
    last.set(device, n);
  }
  for (const { laptop, entries } of world.server.restores > 0 ? [] : laptops) {
    const seen = new Map<string, number>();
    for (const { changeSet } of entries) {
      if (changeSet === null) continue;
      const { device, n } = changeSet;
      if (n <= (seen.get(device) ?? 0))
        return `${n} of ${device} came to ${laptop.name} after ${seen.get(device) ?? 0}`;
      seen.set(device, n);
    }
  }
  return null;
}

/** 4. The places of the log follow each other without a gap. That no reader passes one shows in what all have in the end. */
export function placesWithoutGap({ log, head }: Evidence): string | null {
  const wrong = log.findIndex(({ place }, at) => place !== at + 1);
  if (wrong !== -1) return `place ${wrong + 1} of the log is missing`;
  return log.length === head ? null : `the log ends at ${log.length}, not at ${head}`;
}

/** 12. What a revoked laptop had not sent by then is never taken. */
export function nothingFromRevoked({ world, log }: Evidence): string | null {
  const unsent = new Set(
    world.ledger.entries.filter(({ afterRevocation }) => afterRevocation).map(({ changeSet }) => changeSet.stamp),
  );
  const taken = log.find(({ stamp }) => stamp !== null && unsent.has(stamp));
  return taken === undefined ? null : `${taken.stamp ?? ''} was taken from a laptop that was revoked before`;
}

/** 14. A stamp is greater than all that its laptop had seen (the ledger checks it at once), and nobody changes what it stands over. */
export function stampsStand({ world, log, erasedDossiers }: Evidence): string | null {
  const written = new Map(world.ledger.entries.map(({ changeSet }) => [changeSet.stamp, changeSet]));
  for (const logged of log) {
    const body = bodyOf(logged);
    const original = body === null ? undefined : written.get(body.stamp);
    if (body === null || original === undefined) continue;
    const known = new Set(original.changes.map((change) => canonicalJson(change as unknown as Json)));
    const changed = body.changes.find((change) => !known.has(canonicalJson(change as unknown as Json)));
    if (changed !== undefined && !erasedDossiers.has(changed.dossier ?? ''))
      return `${body.stamp} says something else in the log`;
  }
  return null;
}
