import { stampOf, tick } from '../../shared/changes/clock.js';
import type { Stamp } from '../../shared/changes/change-set.js';
import { valuesOf, winner, type RecordState } from '../../shared/changes/record-state.js';
import { giveWay, writeOver } from '../../shared/changes/write-over.js';
import { addedLists, identify, rightsOfNewcomer, type Identities } from '../../shared/domain/join-colleagues.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Preferences } from '../../shared/host/contract.js';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import { sameJson, type Json } from '../../shared/lib/json.js';
import { success, type Result } from '../../shared/lib/result.js';
import { Organisation, ORGANISATION_ID } from '../../shared/records/organisation.js';
import { Recruiter } from '../../shared/records/recruiter.js';
import type { Observable } from './observable.js';
import { setPreferences } from './set-preferences.js';
import { catchUp, type CommitDeps } from './commit.js';
import type { DevicePosition } from './device-position.js';
import { findMissing, readTold, tellServer, type Told } from './tell-server.js';
import type { Roster } from './roster/rows.js';
import type { OpenRow } from './sealed-row.js';
import { asWriter } from './writer-queue.js';

export interface BringAlongParts {
  readonly roster: () => Roster;
  /** Who works here. */
  readonly by: () => string | null;
  readonly preferences: Observable<Preferences>;
}

/** What is on this laptop, seen from the organisation that it joined. */
interface Newcomer {
  readonly told: Told;
  readonly identities: Identities;
  /** Nobody was there before: this laptop's organisation is the organisation. */
  readonly isFirst: boolean;
}

/**
 * Hands in what was written here before this laptop joined (docs/adr/0050): every record as it stands, in which recruiters
 * are those of the organisation. Until `sync.resent` is answered, it begins again from the start.
 */
export async function bringAlong(
  deps: CommitDeps,
  position: DevicePosition,
  { parts, standing }: { readonly parts: BringAlongParts; readonly standing: NonNullable<SyncStanding> },
): Promise<Result<null, HostErrorCode>> {
  if (standing.resend === null) return success(null);
  const told = await readTold(deps, standing.resend);
  if (!told.ok) return told;
  const newcomer = lookAround(told.value, parts, standing.recruiterId);
  // Before the writer is asked for: whatever waits for it was begun in the old name, and is handed in with the rest.
  const colleague = newcomer.identities.get(parts.by() ?? '');
  const works = colleague === undefined ? {} : { recruiterId: colleague };
  const chosen = await setPreferences(deps.host, parts.preferences, works);
  if (!chosen.ok) return chosen;
  return await asWriter(async () => {
    const taken = await deps.host.call('sync.bring', null);
    if (!taken.ok) return taken;
    const caughtUp = await catchUp(deps, position);
    if (!caughtUp.ok) return caughtUp;
    position.clock = tick(position.clock, deps.now());
    const stamp = stampOf(position.clock);
    const missing = await findMissing(deps, told.value, (row) => ({ ...row, state: asThere(row, newcomer, stamp) }));
    return await tellServer(deps, position, { action: 'join', by: parts.by(), missing });
  });
}

function lookAround(told: Told, { roster, by }: BringAlongParts, invited: string | null): Newcomer {
  const there = [...told.ofAll].flatMap(([id, { table, state }]) => {
    const read = table === 'recruiter' ? Recruiter.safeParse(valuesOf(state)) : null;
    return read?.success === true ? [{ id, ...read.data }] : [];
  });
  const own = [...roster().recruiters.values()].filter(({ id }) => !told.ofAll.has(id));
  const found = identify(
    own.filter(({ joinedAs }) => joinedAs === undefined),
    there,
    { working: by(), invited },
  );
  // Of those who joined before, here or elsewhere, it is known; cut off, it goes on with the same.
  const earlier = own.flatMap(({ id, joinedAs }): [string, string][] =>
    joinedAs === undefined ? [] : [[id, found.get(joinedAs) ?? joinedAs]],
  );
  return { told, identities: new Map([...found, ...earlier]), isFirst: there.length === 0 };
}

/** A record of this laptop as the organisation is to have it. */
function asThere(row: OpenRow, newcomer: Newcomer, stamp: Stamp): RecordState {
  const { table, id } = row;
  if (row.state.erased) return row.state;
  const there = newcomer.told.ofAll.get(id)?.state;
  const isShared = table === 'organisation' || table === 'mailTemplate'; // by ids that every laptop knows
  const state = isShared && there !== undefined ? giveWay(row.state, there) : row.state;
  const before = valuesOf(state);
  const after = {
    ...(named(before, newcomer.identities) as Readonly<Record<string, Json>>),
    ...(table === 'recruiter' && there === undefined && !newcomer.isFirst ? asNewcomer(id, before, newcomer) : {}),
    ...(id === ORGANISATION_ID && there !== undefined ? withOwnLists(row.state, there) : {}),
  };
  const changed = Object.entries(after).filter(([field, value]) => !sameJson(before[field], value));
  return writeOver(state, Object.fromEntries(changed), stamp);
}

/** Recruiters are named by their ids, in whatever field. */
function named(value: Json, identities: Identities): Json {
  if (typeof value === 'string') return identities.get(value) ?? value;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => named(one, identities));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, identities)]));
}

function asNewcomer(
  id: string,
  values: Readonly<Record<string, Json>>,
  { identities }: Newcomer,
): Readonly<Record<string, Json>> {
  const joinedAs = identities.get(id);
  if (joinedAs !== undefined) return { joinedAs, active: false, rights: [] };
  return { rights: rightsOfNewcomer(Recruiter.parse(values).rights) };
}

/** What stood in the organisation's lists here is added to them. */
function withOwnLists(state: RecordState, there: RecordState): Readonly<Record<string, Json>> {
  const own: Record<string, Json> = {};
  for (const [field, { heads, past }] of state.fields) {
    const seen = there.fields.get(field)?.heads;
    const best = winner({ heads: new Map([...heads].filter(([stamp]) => seen?.has(stamp) !== true)), past });
    if (best !== null) own[field] = best.value;
  }
  const read = Organisation.safeParse(valuesOf(there));
  const mine = Organisation.safeParse({ ...valuesOf(there), ...own });
  return read.success && mine.success ? addedLists(mine.data, read.data) : {};
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
