import type { PackedState } from '../../shared/changes/change-set.js';
import { unpackState } from '../../shared/changes/record-state.js';
import { canonicalJson, type Json } from '../../shared/lib/json.js';
import { canonical, type Evidence } from './evidence.js';
import { headsOf, stands, type Expected } from './expected-records.js';

/**
 * 1. Laptops with the same sight show the same, byte for byte: what the server has and they may see. Where the server and
 * whoever wrote it were both put back, what only colleagues without that right have of it stays with them (ADR 46).
 */
export function convergence({ world, records, laptops, sees }: Evidence): string | null {
  const lost = new Set(
    world.ledger.entries
      .filter(({ standing }) => standing === 'released')
      .flatMap(({ changeSet }) => changeSet.changes.filter(({ dossier }) => dossier === null).map(({ id }) => id)),
  );
  const living = [...records].filter(([, { state }]) => !state.erased);
  for (const { laptop, shown } of laptops.filter(({ laptop: { revoked } }) => !revoked)) {
    const kept = new Map(
      living.filter(([, { dossier }]) => sees(laptop, dossier)).map(([id, { state }]) => [id, canonical(state)]),
    );
    for (const id of new Set([...kept.keys(), ...shown.keys()])) {
      const [here, there] = [shown.get(id) ?? 'nothing', kept.get(id) ?? 'nothing'];
      if (here !== there && (laptop.recruiter === null || !lost.has(id)))
        return `${laptop.name} and the server differ about ${id}:\n${here}\n${there}`;
    }
  }
  return null;
}

/** 2. No saved change set is lost, and none is there twice: records and events are those that were written. */
export function nothingLostNothingTwice(evidence: Evidence): string | null {
  const { log, records, expected } = evidence;
  const numbers = new Set(log.map(({ device, n }) => `${device} ${n}`));
  if (numbers.size !== log.length) return 'a number is in the log twice';
  for (const [id, record] of expected) {
    const state = records.get(id)?.state;
    if (state === undefined || state.erased) return `${record.table} ${id} is lost`;
    if (record.created.size > 0 && !record.created.has(state.created ?? '')) return `${id} was not created`;
    const events = differ(record.events, Object.keys(state.events));
    if (events !== null) return `events of ${record.table} ${id}: ${events}`;
    const retracted = differ(record.retracted, state.retracted);
    if (retracted !== null) return `events of ${id} that were taken back: ${retracted}`;
  }
  const unknown = [...records].find(([id, { state }]) => !state.erased && !expected.has(id));
  return unknown === undefined ? null : `nobody wrote ${unknown[1].table} ${unknown[0]}`;
}

/** 5. A field is what the causally last writing says; of concurrent ones each is a head, and the greatest stamp stands. */
export function causallyLast({ records, expected }: Evidence): string | null {
  return firstDifference(records, expected, ({ fields }, state) => {
    for (const [field, versions] of fields) {
      const heads = [...(unpackState(state).fields.get(field)?.heads ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      const [found, due] = [heads, headsOf(versions)].map((all) => canonicalJson(all as unknown as Json));
      if (found !== due) return `${field} is ${found ?? ''} and should be ${due ?? ''}`;
    }
    return null;
  });
}

/** 6. An element of a set is in as long as an addition stands that nobody removed. */
export function setsOfElements({ records, expected }: Evidence): string | null {
  return firstDifference(records, expected, ({ elements }, state) => {
    for (const [key, versions] of elements) {
      const [field = '', element = ''] = key.split(' ');
      const heads = state.sets[field]?.[element]?.heads.map(({ stamp }) => stamp) ?? [];
      const due = headsOf(versions).map(([stamp]) => stamp);
      if (heads.join() !== due.join()) return `${key} was added at ${heads.join()} and should be at ${due.join()}`;
    }
    return null;
  });
}

/** 8. A refused change set leaves no trace but its refusal: where that was heard, which a revoked laptop never may. */
export function noTraceOfRefused({ world, log, records, laptops }: Evidence): string | null {
  const listening = laptops.filter(({ laptop: { revoked } }) => !revoked);
  const taken = new Set(log.filter(({ refused }) => refused === null).map(({ stamp }) => stamp));
  const refused = new Set(log.filter(({ refused: code }) => code !== null).map(({ stamp }) => stamp));
  for (const { changeSet } of world.ledger.entries) {
    const { stamp, changes } = changeSet;
    if (!refused.has(stamp) || taken.has(stamp)) continue;
    for (const change of changes.filter(({ kind }) => kind === 'create' || kind === 'set' || kind === 'event')) {
      if (stands(records.get(change.id)?.state, change, stamp))
        return `${stamp} was refused and stands in ${change.id}`;
      const shows = listening.find(({ states }) => stands(states.get(change.id), change, stamp));
      if (shows !== undefined) return `${stamp} was refused and shows on ${shows.laptop.name}`;
    }
  }
  return null;
}

/** 11. Nobody erased comes back: not in records, not in the log, on no laptop. */
export function erasedStaysErased({ world, records, log, laptops, erasedDossiers }: Evidence): string | null {
  const refused = new Set(log.filter(({ refused: code }) => code !== null).map(({ stamp }) => stamp));
  const erased = new Set(erasedDossiers);
  for (const { changeSet, standing } of world.ledger.entries) {
    if (standing !== 'saved' || refused.has(changeSet.stamp)) continue;
    for (const change of changeSet.changes)
      if (change.kind === 'erase' && change.whole) erased.add(change.dossier ?? '');
  }
  for (const dossier of erased) {
    if ([...records.values()].some((kept) => kept.dossier === dossier && !kept.state.erased))
      return `${dossier} is back`;
    const told = log.find(({ body }) => body?.includes(`"dossier":"${dossier}"`) && !body.includes('"kind":"erase"'));
    if (told !== undefined) return `place ${told.place} of the log still tells of ${dossier}`;
    const shows = laptops.find(
      ({ laptop, rows }) =>
        !laptop.revoked &&
        rows.some((row) => row.dossier === dossier && !row.state.erased && row.state.created !== null),
    );
    if (shows !== undefined) return `${dossier} is back on ${shows.laptop.name}`;
  }
  return null;
}

function firstDifference(
  records: Evidence['records'],
  expected: ReadonlyMap<string, Expected>,
  compare: (expected: Expected, state: PackedState) => string | null,
): string | null {
  for (const [id, record] of expected) {
    const state = records.get(id)?.state;
    const wrong = state === undefined ? 'it is lost' : compare(record, state);
    if (wrong !== null) return `of ${record.table} ${id}: ${wrong}`;
  }
  return null;
}

function differ(due: ReadonlySet<string>, found: readonly string[]): string | null {
  const lost = [...due].filter((one) => !found.includes(one));
  const extra = found.filter((one) => !due.has(one));
  return lost.length + extra.length === 0 ? null : `lost ${lost.join()}, nobody's ${extra.join()}`;
}
