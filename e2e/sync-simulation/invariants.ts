import type { Evidence } from './evidence.js';
import { idleIsOneRequest, nothingOutOfSight, storeIsWhatTheJournalSays } from './invariants-of-laptops.js';
import { nothingFromRevoked, orderOfEachDevice, placesWithoutGap, stampsStand } from './invariants-of-order.js';
import {
  causallyLast,
  convergence,
  erasedStaysErased,
  noTraceOfRefused,
  nothingLostNothingTwice,
  setsOfElements,
} from './invariants-of-records.js';

/** The invariants that are looked at when it is quiet: null where one holds, else what is wrong. docs/adr/0048 says where the others are. */
export const INVARIANTS: Readonly<Record<string, (evidence: Evidence) => string | null>> = {
  '1 convergence': convergence,
  '2 and 15 nothing lost, nothing twice': nothingLostNothingTwice,
  '3 order of each device': orderOfEachDevice,
  '4 places without a gap': placesWithoutGap,
  '5 causally last': causallyLast,
  '6 sets of elements': setsOfElements,
  '8 no trace of what was refused': noTraceOfRefused,
  '10 the store is what the journal says': storeIsWhatTheJournalSays,
  '11 erased stays erased': erasedStaysErased,
  '12 nothing from a revoked laptop': nothingFromRevoked,
  '13 nothing out of sight': nothingOutOfSight,
  '14 stamps stand': stampsStand,
  '18 idle is one request': idleIsOneRequest,
};

export function brokenInvariants(evidence: Evidence): readonly string[] {
  return Object.entries(INVARIANTS).flatMap(([name, invariant]) => {
    const wrong = invariant(evidence);
    return wrong === null ? [] : [`${name}: ${wrong}`];
  });
}
