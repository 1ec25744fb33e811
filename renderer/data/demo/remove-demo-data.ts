import type { Change } from '../../../shared/changes/change-set.js';
import { success, type Failure, type Result } from '../../../shared/lib/result.js';
import type { CommitFailure } from '../commit.js';
import { changesTo } from '../edit-record.js';
import type { Session } from '../session.js';
import { demoContents, type DemoContents } from './demo-contents.js';
import type { DemoProgress } from './install-demo-data.js';

/**
 * Erases every invented dossier for good, its key with it, and the invented vacancies, fairs and recruiters. A vacancy that
 * somebody real applied for, a fair at which somebody real was met, and a recruiter who has an appointment of one's own making
 * stay and are ordinary ones from then on.
 */
export async function removeDemoData(
  session: Session,
  onProgress: (progress: DemoProgress) => void,
): Promise<Exclude<Result<DemoContents>, Failure> | CommitFailure> {
  const contents = demoContents(session.roster.current());
  const { people, vacancies, fairs, recruiters } = contents;
  const total = people.length + vacancies.length + fairs.length + recruiters.length;
  const kept = await ordinaryOnes(session, contents);
  if (total + kept.length === 0) return success(contents);
  onProgress({ done: 0, total });
  const removed = await session.commit({
    action: 'remove-demo-data',
    changes: [
      ...kept,
      ...vacancies.map((id): Change => ({ kind: 'erase', table: 'vacancy', id, dossier: null, whole: false })),
      ...fairs.map((id): Change => ({ kind: 'erase', table: 'fair', id, dossier: null, whole: false })),
      ...recruiters.map((id): Change => ({ kind: 'erase', table: 'recruiter', id, dossier: null, whole: false })),
      ...people.map((id): Change => ({ kind: 'erase', table: 'person', id, dossier: id, whole: true })),
    ],
  });
  if (!removed.ok) return removed;
  onProgress({ done: total, total });
  return success(contents);
}

/** Takes the mark off what stays. */
async function ordinaryOnes(
  session: Session,
  { keptVacancies, keptFairs, keptRecruiters }: DemoContents,
): Promise<readonly Change[]> {
  const vacancies = await Promise.all(keptVacancies.map((id) => session.edit('vacancy', id)));
  const fairs = await Promise.all(keptFairs.map((id) => session.edit('fair', id)));
  const recruiters = await Promise.all(keptRecruiters.map((id) => session.edit('recruiter', id)));
  return [...vacancies, ...fairs, ...recruiters].flatMap((record) =>
    record === null ? [] : changesTo(record, { demo: false }),
  );
}
