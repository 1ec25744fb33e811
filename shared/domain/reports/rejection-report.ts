import type { RejectionStage } from '../../records/application.js';

const STAGES = ['review', 'initial', 'first', 'second', 'third'] as const satisfies readonly RejectionStage[];

/** What the report needs of an application; a stage of null is nobody's rejection. */
export interface Rejection {
  readonly rejectionStage: RejectionStage | null;
  /** Of the organisation's list; null where none was given. */
  readonly rejectionReasonId: string | null;
}

export interface ReasonRow {
  readonly reasonId: string | null;
  readonly stages: Readonly<Record<RejectionStage, number>>;
  readonly total: number;
}

/**
 * C21: the rejections by reason and by the stage at which they were given, the most frequent reason first. Whoever was saved
 * after a rejection is among them (C25).
 */
export function rejectionReport(applications: Iterable<Rejection>): readonly ReasonRow[] {
  const rows = new Map<string | null, Record<RejectionStage, number>>();
  for (const { rejectionStage, rejectionReasonId } of applications) {
    if (rejectionStage === null) continue;
    const stages = rows.get(rejectionReasonId) ?? { review: 0, initial: 0, first: 0, second: 0, third: 0 };
    stages[rejectionStage] += 1;
    rows.set(rejectionReasonId, stages);
  }
  return [...rows]
    .map(([reasonId, stages]) => ({ reasonId, stages, total: STAGES.reduce((sum, stage) => sum + stages[stage], 0) }))
    .sort((a, b) => b.total - a.total);
}
