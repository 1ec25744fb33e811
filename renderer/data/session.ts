import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import type { Inverse } from '../../shared/changes/invert.js';
import { refuseWrite } from '../../shared/domain/refuse-write.js';
import type { JournalHead, Preferences } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Failure, type Result } from '../../shared/lib/result.js';
import type { MailTemplateId, PersonId, VacancyId } from '../../shared/records/primitives.js';
import type { Table } from '../../shared/records/tables.js';
import { commit, type CommitDeps, type CommitFailure, type CommitResult, type Saved } from './commit.js';
import { observeChangeSet, startPosition, type DevicePosition } from './device-position.js';
import { eraser, type Eraser } from './erase.js';
import { exporter, type Exporter } from './export/exporter.js';
import { dossierQuery, type Dossier } from './dossier-repository.js';
import { Drafts } from './drafts.js';
import { readEditable, type EditableRecord } from './edit-record.js';
import type { HostClient } from './host-client.js';
import type { LiveQuery } from './live-query.js';
import { Observable } from './observable.js';
import { discardStore, isStoreDamage } from './discard-store.js';
import { openStore, type OpenStore } from './open-store.js';
import { refusedWork, type RefusedWork } from './refused-work.js';
import type { Damage } from './repair-journal.js';
import type { ReplayProgress } from './replay.js';
import { RosterKeeper, type RosterView } from './roster/roster-keeper.js';
import { newId } from './new-id.js';
import { planUndo } from './plan-undo.js';
import { SearchKeeper, type Search } from './search/search-keeper.js';
import { readLetters, type StoredLetter } from './letter-repository.js';
import { readMessage, type StoredMessage } from './message-repository.js';
import { sweepFiles } from './sweep-files.js';
import type { SessionCommit } from './session-commit.js';
import { setPreferences } from './set-preferences.js';
import { taker, type Taker } from './take-in.js';
import { claimWindow } from './writer-queue.js';
import type { LetterId, MessageId } from '../../shared/records/primitives.js';

export type SessionErrorCode = HostErrorCode | 'session/already-open';

export interface SessionOptions {
  readonly databaseName?: string;
  readonly now: () => number;
  readonly onProgress: (progress: ReplayProgress) => void;
  /** The working store is damaged: `discardStore` and a fresh start of the page make it again. Can be called often. */
  readonly onDamage: (error: unknown) => void;
  /** Whether this window is the only one; another is refused. */
  claim?: () => Promise<boolean>;
}

export type UndoExtent = 'what-can-be' | 'all-or-nothing';

/** What the screens and the engine work with while the application is open. */
export interface Session extends Eraser, Exporter, Taker, RefusedWork {
  readonly host: HostClient;
  /** The journal's name; it may take another one. */
  readonly device: string;
  /** As it was found at the start. */
  readonly journal: JournalHead;
  /** What of the journal cannot be read any more: put back, or lost and to be named. */
  readonly damage: Damage;
  /** After somebody has read what is lost; it is not named again. */
  readonly settleDamage: () => Promise<void>;
  /** The working store was made again from the journal at this start. */
  readonly rebuilt: boolean;
  readonly roster: RosterView;
  readonly preferences: Observable<Preferences>;
  readonly drafts: Drafts;
  readonly search: Search;
  /** Shown as saved only after this has answered so; `written` of a failure names what is saved nevertheless. */
  commit(request: SessionCommit): Promise<CommitResult>;
  /** Whether the answer to this action was lost and nobody has been told since: `commit` with the same id asks and tells. */
  isUnanswered(actionId: string): boolean;
  /**
   * Takes an action back as far as that is still possible; `kept` names the rest. With `all-or-nothing`, nothing is taken
   * back once a mail of it has left.
   */
  undo(saved: Saved, extent?: UndoExtent): Promise<Exclude<Result<Undone>, Failure> | CommitFailure>;
  /** By any of the person's dossiers. */
  dossier(person: PersonId): LiveQuery<Dossier | null>;
  message(id: MessageId): Promise<StoredMessage | null>;
  /** Letters with their words, in this order; those that were erased are left out. */
  letters(ids: readonly LetterId[]): Promise<readonly StoredLetter[]>;
  /** A record for a form to change; see `changesTo`. */
  edit<T extends Table>(table: T, id: string): Promise<EditableRecord<T> | null>;
  setPreferences(change: Partial<Preferences>): Promise<Result<Preferences, HostErrorCode>>;
  newId(): string;
  now(): number;
  /** Puts aside the files that nothing names any more; answers how many, null when it would not be safe. */
  sweepFiles(): Promise<Result<number | null, HostErrorCode>>;
  /** Ends the work on a damaged working store and deletes it. What is being committed is finished first. */
  discardStore(): Promise<void>;
  close(): Promise<void>;
}

export interface Undone {
  readonly saved: Saved;
  /** What stays, because it has left the house or was changed since. */
  readonly kept: Inverse['kept'];
}

/** Opens journal and working store and brings them together; everything after this works without a network. */
export async function openSession(
  host: HostClient,
  options: SessionOptions,
): Promise<Result<Session, SessionErrorCode>> {
  if (!(await (options.claim ?? claimWindow)())) return failure('session/already-open');
  const journal = await host.call('journal.open', null);
  if (!journal.ok) return journal;
  const preferences = await host.call('preferences.read', null);
  if (!preferences.ok) return preferences;
  const position = startPosition(journal.value);
  const onChangeSet = (changeSet: ChangeSet): void => {
    observeChangeSet(position, changeSet);
  };
  const { databaseName = 'fairdesk', onProgress, now } = options;
  const { recruiterId: by } = preferences.value;
  const opened = await openStore(host, journal.value, { databaseName, onChangeSet, onProgress, now, by, position });
  if (!opened.ok) return opened;
  const keeper = new RosterKeeper(opened.value, options.onDamage);
  await keeper.saveSegments();
  const { store, rebuilt, damage } = opened.value;
  const search = new SearchKeeper(store, options.onDamage);
  const deps = commitDeps(host, opened.value, { keeper, search }, onChangeSet, options);
  return success(
    createSession({
      host,
      journal: journal.value,
      rebuilt,
      damage,
      keeper,
      search,
      deps,
      position,
      store,
      options,
      preferences: preferences.value,
    }),
  );
}

interface SessionParts {
  readonly host: HostClient;
  readonly journal: JournalHead;
  readonly rebuilt: boolean;
  readonly damage: Damage;
  readonly keeper: RosterKeeper;
  readonly search: SearchKeeper;
  readonly deps: CommitDeps;
  readonly position: DevicePosition;
  readonly store: OpenStore['store'];
  readonly options: SessionOptions;
  readonly preferences: Preferences;
}

function createSession(parts: SessionParts): Session {
  const { host, keeper, search, deps, position, store, options, journal, rebuilt, damage } = parts;
  const preferences = new Observable(parts.preferences);
  const drafts = new Drafts(host);
  const watched = watchStore(options);
  const dossiers = {
    database: store.database,
    sealer: store.sealer,
    index: { subscribe: keeper.roster.subscribe, dossiersOf: keeper.dossiersOf },
  };
  const by = () => preferences.current().recruiterId;
  const run = async (request: SessionCommit): Promise<CommitResult> => {
    const id = { actionId: request.actionId ?? newId(), ownId: request.actionId !== undefined };
    return await watched(commit(deps, position, { by: by(), ...request, ...id }));
  };
  const taken = taker(deps, position, { by, watched, preferences, roster: keeper.roster.current, place: keeper.place });
  return {
    host,
    get device() {
      return position.device;
    },
    journal,
    rebuilt,
    damage,
    settleDamage: () => store.noteDamage(damage.lost, []),
    roster: keeper.roster,
    preferences,
    drafts,
    search,
    commit: run,
    isUnanswered: (actionId) => position.earlier?.changeSet.actionId === actionId,
    undo: undoer(parts, preferences, run),
    ...eraser({
      store,
      watched,
      drafts,
      commit: run,
      dossiersOf: keeper.dossiersOf,
      refuse: (write) => deps.refuse({ by: by(), ...write }),
    }),
    ...exporter({ host, store, watched, position, now: options.now, roster: keeper.roster.current, by, commit: run }),
    ...taken,
    ...refusedWork({ ...parts, ...taken, by, commit: run }),
    dossier: (person) => dossierQuery(dossiers, person, options.onDamage),
    message: (id) => watched(readMessage(store, id)),
    letters: (ids) => watched(readLetters(store, ids)),
    edit: (table, id) => watched(readEditable(store, table, id)),
    setPreferences: (change) => setPreferences(host, preferences, change),
    newId,
    now: options.now,
    sweepFiles: () => watched(sweepFiles({ host, drafts, store, journal })),
    discardStore: () => discardStore(store.database),
    async close() {
      await drafts.flush();
      await search.close();
      await keeper.saveSegments();
      store.database.close();
    },
  };
}

/** Takes back what was saved, as far as it can be. */
function undoer(
  { store, keeper, options }: SessionParts,
  preferences: Observable<Preferences>,
  run: Session['commit'],
): Session['undo'] {
  return async (saved, extent = 'what-can-be') => {
    let kept: Inverse['kept'] = [];
    const changes = async (): Promise<readonly Change[]> => {
      const by = preferences.current().recruiterId;
      const inverse = await planUndo(store, saved, { now: options.now(), by, isInUse: keeper.isInUse });
      const left = inverse.kept.filter(({ reason }) => reason === 'already-left');
      const stays = extent === 'all-or-nothing' && left.length > 0;
      kept = stays ? left : inverse.kept;
      return stays ? [] : inverse.changes;
    };
    const undone = await run({ action: 'undo', changes });
    if (undone.ok) return success({ saved: undone.value, kept });
    if (undone.code !== 'commit/empty') return undone;
    return success({ saved: { actionId: saved.actionId, changeSets: [] }, kept }); // everything stays
  };
}

/** Names damage of the working store wherever it shows itself. */
function watchStore({ onDamage }: Pick<SessionOptions, 'onDamage'>) {
  return async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      if (isStoreDamage(error)) onDamage(error);
      throw error;
    }
  };
}

function commitDeps(
  host: HostClient,
  { store }: OpenStore,
  { keeper, search }: Pick<SessionParts, 'keeper' | 'search'>,
  onChangeSet: (changeSet: ChangeSet) => void,
  options: SessionOptions,
): CommitDeps {
  return {
    host,
    store,
    now: options.now,
    refuse: (write) => {
      const { recruiters, vacancies, mailTemplates, messages } = keeper.roster.current();
      return refuseWrite(write, {
        recruiters,
        departmentOf: (id) => vacancies.get(id as VacancyId)?.department ?? null,
        channelOf: (id) => messages.get(id as MessageId)?.channel ?? null,
        departmentOfTemplate: (id) => mailTemplates.get(id as MailTemplateId)?.department ?? '',
      });
    },
    listener: {
      onChangeSet,
      onRows: (rows, from, to) => {
        keeper.apply(rows, from, to);
        search.poke();
      },
      onProgress: () => undefined, // the application is open: what arrives shows in the lists
    },
    onStoreFailed: options.onDamage,
  };
}
