import { IconCalendarQuestion, IconCheck, IconHourglass, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { InterviewAnswer } from '../../shared/records/interview.js';

export type AnswerHue = 'moss' | 'brick' | 'ochre' | 'stone';

interface AnswerLook {
  readonly word: MessageKey;
  /** For the small entries of the calendar; the whole word is in the accessible name. */
  readonly short: MessageKey;
  readonly icon: Icon;
  readonly hue: AnswerHue;
}

/** Word, icon and hue of each value of *Acc. time* (R96, T4), the same everywhere. */
export const ANSWER_LOOKS = {
  accepted: { word: 'common.answerAccepted', short: 'common.answerAccepted', icon: IconCheck, hue: 'moss' },
  'not-accepted': { word: 'common.answerNotAccepted', short: 'common.answerNotAccepted', icon: IconX, hue: 'brick' },
  'new-time': {
    word: 'common.answerNewTime',
    short: 'common.answerNewTimeShort',
    icon: IconCalendarQuestion,
    hue: 'ochre',
  },
  // R90: whoever has withdrawn answers no invitation any more.
  withdrawn: { word: 'common.answerWithdrawn', short: 'common.answerWithdrawn', icon: IconMinus, hue: 'stone' },
  awaiting: { word: 'common.answerAwaiting', short: 'common.answerAwaiting', icon: IconHourglass, hue: 'stone' },
} as const satisfies Record<InterviewAnswer, AnswerLook>;
