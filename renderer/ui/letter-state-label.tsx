import { IconCircleX, IconMailCheck, IconMailbox, IconPrinter, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { LetterState } from '../../shared/records/letter.js';
import { tagIcon } from './icon-props.js';
import classes from './message-state-label.module.css';

/** R44: nothing here says that a letter was sent before somebody has said so. */
export const LETTER_STATE_WORDS = {
  written: 'letters.stateWritten',
  printed: 'letters.statePrinted',
  posted: 'letters.statePosted',
  discarded: 'letters.stateDiscarded',
} as const satisfies Record<LetterState, MessageKey>;

const LOOKS = {
  written: { icon: IconPrinter, tone: classes['yours'] },
  printed: { icon: IconMailbox, tone: classes['yours'] },
  posted: { icon: IconMailCheck, tone: classes['good'] },
  discarded: { icon: IconCircleX, tone: undefined },
} as const satisfies Record<LetterState, { icon: Icon; tone: string | undefined }>;

/** Where a letter stands. */
export function LetterStateLabel({ state }: { readonly state: LetterState }) {
  const { t } = useTranslation();
  const { icon: Glyph, tone } = LOOKS[state];
  return (
    <span className={[classes['label'], tone].filter(Boolean).join(' ')}>
      <Glyph {...tagIcon} />
      {t(LETTER_STATE_WORDS[state])}
    </span>
  );
}
