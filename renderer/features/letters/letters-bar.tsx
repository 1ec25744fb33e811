import { Button } from '@mantine/core';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterId } from '../../../shared/records/primitives.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { useFormats } from '../../ui/formats.js';
import { KeyHint } from '../../ui/key-hint.js';
import { LetterCommands } from '../../ui/letter-commands.js';
import { requestLetters } from '../../state/letter-request.js';
import type { LetterListAction } from './letter-list-state.js';
import type { ListedLetter } from './letter-rows.js';
import classes from '../../ui/split-list.module.css';

interface LettersBarProps {
  readonly chosen: readonly ListedLetter[];
  readonly ids: readonly LetterId[];
  readonly dispatch: Dispatch<LetterListAction>;
}

/** What can be done with all ticked letters at once; there while something is ticked. */
export function LettersBar({ chosen, ids, dispatch }: LettersBarProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <DockedBar label={t('letters.forSelected')} tone="tint">
      <p className={classes['count']} role="status">
        <b>{formats.number(chosen.length)}</b> <span>{t('outbox.selected')}</span>
      </p>
      {chosen.length === ids.length ? null : (
        <Button
          variant="subtle"
          onClick={() => {
            dispatch({ type: 'tick-all', ids });
          }}
        >
          {t('outbox.selectAll', { count: ids.length })}
        </Button>
      )}
      <Button
        variant="subtle"
        rightSection={<KeyHint keys="Escape" />}
        onClick={() => {
          dispatch({ type: 'clear' });
        }}
      >
        {t('outbox.clear')}
      </Button>
      <div className={classes['commands']}>
        <LetterCommands letters={chosen} counted onAct={requestLetters} />
      </div>
    </DockedBar>
  );
}
