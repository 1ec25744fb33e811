import { REJECTION_STAGES, type ApplicationStatus, type RejectionStage } from '../../../shared/records/application.js';
import { stageOf } from '../../ui/status-tag.js';
import { isInSection, statusesIn, type Section } from './sections.js';
import type { ListedApplication } from './sort-applications.js';

/** How many stand in a status, and of them how many at each stage (R7, T2). */
export interface StatusProgress {
  readonly status: ApplicationStatus;
  readonly count: number;
  readonly stages: readonly { readonly stage: RejectionStage; readonly count: number }[];
}

/** The statuses that somebody of the section has, in the order of T2; every application counts once (C20). */
export function countProgress(all: readonly ListedApplication[], section: Section): readonly StatusProgress[] {
  const here = all.map(({ application }) => application).filter((one) => isInSection(one, section));
  return statusesIn(section).flatMap((status): readonly StatusProgress[] => {
    const of = here.filter((one) => one.status === status);
    if (of.length === 0) return [];
    const stages = stagesOf(status).map((stage) => ({
      stage,
      count: of.filter((one) => stageOf(one) === stage).length,
    }));
    return [{ status, count: of.length, stages: stages.filter(({ count }) => count > 0) }];
  });
}

/** T2: those that say at which stage. That somebody saved was rejected before stays in the list alone. */
function stagesOf(status: ApplicationStatus): readonly RejectionStage[] {
  return status === 'invited' || status === 'rejected' ? REJECTION_STAGES : [];
}
