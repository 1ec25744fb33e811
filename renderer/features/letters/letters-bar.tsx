import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterId } from '../../../shared/records/primitives.js';
import { requestLetters } from '../../state/letter-request.js';
import { LetterCommands } from '../../ui/letter-commands.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import type { LetterListAction } from './letter-list-state.js';
import type { ListedLetter } from './letter-rows.js';

interface LettersBarProps {
  readonly chosen: readonly ListedLetter[];
  readonly ids: readonly LetterId[];
  readonly dispatch: Dispatch<LetterListAction>;
}

/** What can be done with all ticked letters at once; there while something is ticked. */
export function LettersBar({ chosen, ids, dispatch }: LettersBarProps) {
  const { t } = useTranslation();
  return (
    <TickedBar
      label={t('letters.forSelected')}
      ticked={chosen.length}
      shown={ids.length}
      onTickAll={() => {
        dispatch({ type: 'tick-all', ids });
      }}
      onClear={() => {
        dispatch({ type: 'clear' });
      }}
    >
      <LetterCommands letters={chosen} counted onAct={requestLetters} />
    </TickedBar>
  );
}
