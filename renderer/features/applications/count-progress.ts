import { REJECTION_STAGES, type ApplicationStatus, type RejectionStage } from '../../../shared/records/application.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
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

/** How many of the section stand at which own step (G-8), in the organisation's order, those that were retired last. */
export function countSteps(
  all: readonly ListedApplication[],
  section: Section,
  order: readonly { readonly id: string }[],
): readonly { readonly step: OwnStep; readonly count: number }[] {
  const counts = new Map<string, { readonly step: OwnStep; count: number }>();
  for (const { application, step } of all) {
    if (step === null || !isInSection(application, section)) continue;
    const counted = counts.get(step.id) ?? { step, count: 0 };
    counts.set(step.id, { ...counted, count: counted.count + 1 });
  }
  const placeOf = (id: string): number => order.findIndex((one) => one.id === id);
  return [...counts.values()].sort(
    (a, b) => Number(a.step.retired) - Number(b.step.retired) || placeOf(a.step.id) - placeOf(b.step.id),
  );
}
