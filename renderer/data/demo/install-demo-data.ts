import type { Change } from '../../../shared/changes/change-set.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Failure, type Result } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { CommitFailure, Saved } from '../commit.js';
import type { Session } from '../session.js';
import type { DemoCandidate } from './demo-plan.js';

const RETENTION_MONTHS = 24;
/** One CV is drawn while the host stores others: the medium is what takes time. */
const LANES = 4;

/** How far it is: CVs written, or people removed. */
export interface DemoProgress {
  readonly done: number;
  readonly total: number;
}

export interface DemoInstalled {
  readonly people: number;
  readonly vacancies: number;
}

/**
 * Writes the CVs a few at a time, then everything else in one action: either all of it is there, or nothing. The
 * people, their words and the PDF writer are a chunk of their own that is loaded here.
 */
export async function installDemoData(
  session: Session,
  onProgress: (progress: DemoProgress) => void,
): Promise<Exclude<Result<DemoInstalled>, Failure> | CommitFailure> {
  const [{ planDemo }, { drawCv }] = await Promise.all([import('./demo-plan.js'), import('./draw-cv.js')]);
  const { organisation } = session.roster.current();
  const plan = planDemo({
    now: session.now(),
    zone: organisation?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    by: session.preferences.current().recruiterId as RecruiterId | null,
    retentionMonths: organisation?.retentionMonths ?? RETENTION_MONTHS,
    newId: () => session.newId(),
  });
  const changes: Change[] = [...plan.frame];
  const stored: string[] = [];
  const total = plan.candidates.length;
  onProgress({ done: 0, total });
  const store = async (candidate: DemoCandidate): Promise<Failure<HostErrorCode> | null> => {
    const file = new Blob([await drawCv(candidate.cv)], { type: 'application/pdf' });
    const answer = await session.host.putFile(file, candidate.cvName, candidate.id);
    if (!answer.ok) return answer;
    stored.push(answer.value.fileId);
    changes.push(...candidate.changes(answer.value));
    onProgress({ done: stored.length, total });
    return null;
  };
  const failed = await inLanes(plan.candidates, LANES, store);
  if (failed !== null) return await giveUp(session, stored, failed);
  const saved = await session.commit({ action: 'install-demo-data', changes });
  if (!saved.ok) {
    // While it is not known what was written, no file may go: somebody's dossier perhaps names it. The sweep finds it.
    const needed = saved.code === 'commit/unknown' ? new Set(stored) : filesOf(saved.written);
    return await giveUp(
      session,
      stored.filter((id) => !needed.has(id)),
      saved,
    );
  }
  return success({ people: total, vacancies: plan.frame.filter(({ table }) => table === 'vacancy').length });
}

function filesOf(written: Saved | undefined): ReadonlySet<unknown> {
  const changes = (written?.changeSets ?? []).flatMap((changeSet) => changeSet.changes);
  return new Set(changes.map((change) => (change.kind === 'create' ? change.fields['fileId'] : undefined)));
}

/** Works through a list, a few at a time; the first failure ends it, after what was begun has come to its end. */
async function inLanes<Item, Failed>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Failed | null>,
): Promise<Failed | null> {
  const rest = [...items];
  let failed: Failed | null = null;
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined && failed === null; item = rest.shift()) {
      failed = (await work(item)) ?? failed;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}

/** Nothing was recorded of these files, so they belong to nobody. */
async function giveUp<Failed>(session: Session, stored: readonly string[], failed: Failed): Promise<Failed> {
  for (const fileId of stored) await session.host.call('file.discard', { fileId });
  return failed;
}
