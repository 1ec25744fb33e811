import type { MessageKey } from '../../shared/i18n/translate.js';
import type { RejectionStage } from '../../shared/records/application.js';

/** The stages of T5, short enough to stand beside a status; every interview type is one of them. */
export const STAGE_WORDS = {
  review: 'common.stageReview',
  initial: 'common.stageInitial',
  first: 'common.stageFirst',
  second: 'common.stageSecond',
  third: 'common.stageThird',
} as const satisfies Record<RejectionStage, MessageKey>;
