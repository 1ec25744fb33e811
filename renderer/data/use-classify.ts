import { classify, type Classification } from '../../shared/domain/classification.js';
import type { ApplicationId, RecruiterId } from '../../shared/records/primitives.js';
import type { CommitResult } from './commit.js';
import { useSession } from './use-session.js';

/** Sets ranking or reference check of these applications, whoever of them has it already being left alone (G-7). */
export function useClassify(): (
  applicationIds: readonly ApplicationId[],
  to: Partial<Classification>,
) => Promise<CommitResult> {
  const session = useSession();
  return async (applicationIds, to) => {
    const { applications } = session.roster.current();
    const rows = applicationIds.map((id) => applications.get(id)).filter((row) => row !== undefined);
    const by = session.preferences.current().recruiterId as RecruiterId | null;
    const changes = classify(rows, to, { at: session.now(), by, newId: () => session.newId() });
    return await session.commit({ action: 'classify', changes });
  };
}
