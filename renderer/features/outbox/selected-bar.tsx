import { Button } from '@mantine/core';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageRow } from '../../data/roster/rows.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { useFormats } from '../../ui/formats.js';
import { KeyHint } from '../../ui/key-hint.js';
import { CommandButtons } from './command-buttons.js';
import type { ListAction } from './list-state.js';
import classes from './outbox-page.module.css';

interface SelectedBarProps {
  readonly ticked: readonly MessageRow[];
  readonly shown: readonly MessageRow[];
  readonly dispatch: Dispatch<ListAction>;
}

/** What can be decided about all ticked messages at once; there while something is ticked. */
export function SelectedBar({ ticked, shown, dispatch }: SelectedBarProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <DockedBar label={t('outbox.forSelected')} tone="tint">
      <p className={classes['count']} role="status">
        <b>{formats.number(ticked.length)}</b> <span>{t('outbox.selected')}</span>
      </p>
      {ticked.length === shown.length ? null : (
        <Button
          variant="subtle"
          onClick={() => {
            dispatch({ type: 'tick-all', ids: shown.map(({ id }) => id) });
          }}
        >
          {t('outbox.selectAll', { count: shown.length })}
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
        <CommandButtons rows={ticked} counted />
      </div>
    </DockedBar>
  );
}
