import type { Change } from '../../../shared/changes/change-set.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { CommitErrorCode } from '../commit.js';
import type { Session } from '../session.js';

const RETENTION_MONTHS = 24;

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
 * Writes the CVs one after another, then everything else in one action: either all of it is there, or nothing. The
 * people, their words and the PDF writer are a chunk of their own that is loaded here.
 */
export async function installDemoData(
  session: Session,
  onProgress: (progress: DemoProgress) => void,
): Promise<Result<DemoInstalled, CommitErrorCode>> {
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
  for (const candidate of plan.candidates) {
    const file = new Blob([await drawCv(candidate.cv)], { type: 'application/pdf' });
    const answer = await session.host.putFile(file, candidate.cvName, candidate.id);
    if (!answer.ok) return await giveUp(session, stored, answer);
    stored.push(answer.value.fileId);
    changes.push(...candidate.changes(answer.value));
    onProgress({ done: stored.length, total });
  }
  const saved = await session.commit({ action: 'install-demo-data', changes });
  if (!saved.ok) return saved.detail === 'in part' ? saved : await giveUp(session, stored, saved);
  return success({ people: total, vacancies: plan.frame.filter(({ table }) => table === 'vacancy').length });
}

/** Nothing was recorded, so the files that were stored belong to nobody. */
async function giveUp<Failure>(session: Session, stored: readonly string[], failed: Failure): Promise<Failure> {
  for (const fileId of stored) await session.host.call('file.discard', { fileId });
  return failed;
}
