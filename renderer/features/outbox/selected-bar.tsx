import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageRow } from '../../data/roster/rows.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import { CommandButtons } from './command-buttons.js';
import type { ListAction } from './list-state.js';

interface SelectedBarProps {
  readonly ticked: readonly MessageRow[];
  readonly shown: readonly MessageRow[];
  readonly dispatch: Dispatch<ListAction>;
}

/** What can be decided about all ticked messages at once; there while something is ticked. */
export function SelectedBar({ ticked, shown, dispatch }: SelectedBarProps) {
  const { t } = useTranslation();
  return (
    <TickedBar
      label={t('outbox.forSelected')}
      ticked={ticked.length}
      shown={shown.length}
      onTickAll={() => {
        dispatch({ type: 'tick-all', ids: shown.map(({ id }) => id) });
      }}
      onClear={() => {
        dispatch({ type: 'clear' });
      }}
    >
      <CommandButtons rows={ticked} counted />
    </TickedBar>
  );
}
