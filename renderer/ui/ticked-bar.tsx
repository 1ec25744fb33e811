import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DockedBar } from './docked-bar.js';
import { useFormats } from './formats.js';
import { KeyHint } from './key-hint.js';
import classes from './ticked-bar.module.css';

interface TickedBarProps {
  /** What it is called, where it is not about applications. */
  readonly label?: string;
  readonly ticked: number;
  /** How many the list shows. */
  readonly shown: number;
  /** Beside the number, where there is something to say about them. */
  readonly note?: string | null;
  /** Ticked, and hidden by a filter. */
  readonly hidden?: number;
  readonly onTickAll: () => void;
  readonly onClear: () => void;
  /** What is set beside the ticks themselves. */
  readonly beside?: ReactNode;
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** The bar of a list, there while something is ticked. Its page is a container for its widths. */
export function TickedBar(props: TickedBarProps) {
  const { label, ticked, shown, note = null, hidden = 0, onTickAll, onClear, beside = null, children } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <DockedBar label={label ?? t('applications.bar')} tone="tint">
      <div className={classes['bar']}>
        <p className={classes['count']} role="status">
          <b>{formats.number(ticked)}</b> <span>{t('applications.ticked', { count: ticked })}</span>
          {note === null ? null : <small>{note}</small>}
        </p>
        {ticked - hidden === shown ? null : (
          <Button variant="subtle" onClick={onTickAll}>
            {t('applications.selectAll', { count: shown })}
          </Button>
        )}
        <Button variant="subtle" rightSection={<KeyHint keys="Escape" />} onClick={onClear}>
          {t('applications.clear')}
        </Button>
        {beside}
        <div className={classes['acts']}>{children}</div>
      </div>
    </DockedBar>
  );
}
