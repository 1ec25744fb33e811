import type { Change } from '../../shared/changes/change-set.js';
import { packState, valuesOf } from '../../shared/changes/record-state.js';
import { foldStanding } from '../../shared/domain/application-status.js';
import { consentTo } from '../../shared/domain/capture-notice.js';
import { planErasure, type Erasure, type ErasureSubject, type OwnedRecord } from '../../shared/domain/erasure.js';
import type { Write, WriteRefusal } from '../../shared/domain/refuse-write.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';
import type { CommitErrorCode, CommitResult } from './commit.js';
import { readDossier, type Dossier } from './dossier-repository.js';
import type { Drafts } from './drafts.js';
import type { OpenRow } from './sealed-row.js';
import type { SessionCommit } from './session-commit.js';
import type { WorkingStore } from './working-store.js';

/** What somebody wants to be deleted permanently. */
export interface ErasureRequest {
  readonly people: readonly PersonId[];
  readonly applications: ReadonlySet<ApplicationId>;
  /** Of whom everything goes, whatever is left of them. */
  readonly everywhere: ReadonlySet<PersonId>;
  /** A calendar date in the organisation's zone. */
  readonly today: string;
  /** It is the rule that deletes, and nobody who needs a right for it (docs/adr/0058). */
  readonly byRule?: true;
}

/** What would happen to one person, in all of the person's dossiers. */
export interface PersonErasure extends Erasure<DossierRow> {
  readonly personId: PersonId;
  readonly dossier: Dossier;
}

interface DossierRow extends OwnedRecord {
  readonly row: OpenRow;
}

/** As it would be done now; whose applications are no longer deleted, or who is gone, is not among it. */
async function readErasures(
  { store, dossiersOf }: Pick<EraserDeps, 'store' | 'dossiersOf'>,
  request: ErasureRequest,
): Promise<readonly PersonErasure[]> {
  const erasures: PersonErasure[] = [];
  const people = new Map(request.people.map((id) => [dossiersOf(id)[0] ?? id, dossiersOf(id)]));
  for (const [personId, ids] of people) {
    const rows = (await Promise.all(ids.map((id) => store.readDossier(id))))
      .flat()
      .filter(({ state }) => !state.erased);
    const dossier = readDossier(rows, personId);
    if (dossier === null) continue;
    const everywhere = ids.some((id) => request.everywhere.has(id));
    const { applications, today } = request;
    const erasure = planErasure(subjectOf(personId, dossier, rows), { applications, everywhere, today });
    if (erasure !== null) erasures.push({ ...erasure, personId, dossier });
  }
  return erasures;
}

function subjectOf(
  personId: PersonId,
  { person, merged, applications }: Dossier,
  rows: readonly OpenRow[],
): ErasureSubject<DossierRow> {
  return {
    personId,
    kind: [person, ...merged].some(({ fields }) => fields.kind === 'candidate') ? 'candidate' : 'prospect',
    databaseConsent: consentTo('cv-database', person.events),
    applications: applications.map(({ id, events }) => ({
      id: id as ApplicationId,
      status: foldStanding(events).status,
    })),
    records: rows.map((row) => ({ table: row.table, id: row.id, fields: valuesOf(row.state), row })),
  };
}

/**
 * The changes that forget it, in each of the person's dossiers (G-13): the dossier as a whole, or the records that go, and
 * beside them every other one as it stands, which the host seals with a new key before it destroys the old (docs/adr/0019).
 */
function erasureChanges({ whole, gone, kept }: PersonErasure): readonly Change[] {
  const dossiers = [...new Set(gone.map(({ row }) => row.dossier))];
  return dossiers.flatMap((dossier): readonly Change[] => {
    if (dossier === null) return [];
    if (whole) return [{ kind: 'erase', table: 'person', id: dossier, dossier, whole, forgets: true }];
    const mine = ({ row }: DossierRow): boolean => row.dossier === dossier;
    return [
      ...gone
        .filter(mine)
        .map(({ table, id }): Change => ({ kind: 'erase', table, id, dossier, whole, forgets: true })),
      ...kept
        .filter(mine)
        .map(({ table, id, row }): Change => ({ kind: 'fold', table, id, dossier, state: packState(row.state) })),
    ];
  });
}

const BY_SOMEBODY = { action: 'delete-permanently' } as const;
const BY_RULE = { action: 'delete-by-rule', by: null } as const;

/** People in one change set: what stays of each is written anew with it. */
const PEOPLE_AT_ONCE = 50;

export interface Eraser {
  /** R16: what `erase` would do now, person by person. */
  readErasures(request: ErasureRequest): Promise<readonly PersonErasure[]>;
  /**
   * R16: deletes permanently. There is no way back, and nothing of it is left that any key opens. Many people are erased in
   * turn: after a failure some may be gone, each of them wholly.
   */
  erase(request: ErasureRequest): Promise<Result<null, CommitErrorCode>>;
}

export interface EraserDeps {
  readonly store: WorkingStore;
  /** Names damage of the working store under what it reads, and throws it on. */
  readonly watched: <Value>(work: Promise<Value>) => Promise<Value>;
  readonly drafts: Drafts;
  /** All of the person's, by any of them (G-13). */
  readonly dossiersOf: (id: PersonId) => readonly PersonId[];
  readonly commit: (request: SessionCommit) => Promise<CommitResult>;
  /** C19: why these may not be written; null when they may. */
  readonly refuse: (write: Pick<SessionCommit, 'action' | 'by'> & Pick<Write, 'changes'>) => WriteRefusal | null;
}

export function eraser(deps: EraserDeps): Eraser {
  const { drafts, commit, refuse, watched } = deps;
  return {
    readErasures: (request) => watched(readErasures(deps, request)),
    async erase(request) {
      const erasures = await watched(readErasures(deps, request));
      const act = request.byRule === true ? BY_RULE : BY_SOMEBODY;
      const refused = refuse({ ...act, changes: erasures.flatMap(erasureChanges) });
      if (refused !== null) return failure(refused);
      const cleared = await clearDraftsOf(drafts, erasures);
      if (!cleared.ok) return cleared;
      for (let at = 0; at < request.people.length; at += PEOPLE_AT_ONCE) {
        const part = { ...request, people: request.people.slice(at, at + PEOPLE_AT_ONCE) };
        const changes = async () => (await readErasures(deps, part)).flatMap(erasureChanges);
        const erased = await commit({ ...act, changes });
        if (!erased.ok && erased.code !== 'commit/empty') return erased;
      }
      return success(null);
    },
  };
}

/**
 * Throws away every draft that names what goes: a note begun for it, a mail to it. Done before anything is erased, so that
 * nothing is left should the program be killed behind it.
 */
async function clearDraftsOf(drafts: Drafts, erasures: readonly PersonErasure[]): Promise<Result<null, HostErrorCode>> {
  await drafts.flush();
  const ids = erasures.flatMap(({ gone }) => gone.map(({ id }) => id));
  const listed = await drafts.list();
  if (!listed.ok) return listed;
  for (const { key } of listed.value) {
    const draft = await drafts.read(key);
    // One that cannot be read cannot be told apart: whoever it belongs to, its words are lost already.
    const text = draft.ok ? `${key} ${JSON.stringify(draft.value)}` : key;
    if (!draft.ok || ids.some((id) => text.includes(id))) await drafts.clear(key);
  }
  return success(null);
}
