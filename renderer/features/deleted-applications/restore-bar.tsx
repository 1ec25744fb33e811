import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { changeDeletedList } from '../../state/deleted-list.js';
import { useShortcut } from '../../state/shortcuts.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { useFormats } from '../../ui/formats.js';
import { KeyHint } from '../../ui/key-hint.js';
import classes from './deleted-applications-page.module.css';
import type { DeletedRow } from './deleted-rows.js';
import { RestoreDialog } from './restore-dialog.js';
import { useRestore } from './use-restore.js';

interface RestoreBarProps {
  /** Ticked and shown. */
  readonly chosen: readonly DeletedRow[];
  readonly ids: readonly ApplicationId[];
}

/** What can be done with the ticked; there while something is ticked. Who cannot be restored is shown before anything is done. */
export function RestoreBar({ chosen, ids }: RestoreBarProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [asks, setAsks] = useState(false);
  const { plan, restore, isBusy } = useRestore(chosen);
  const begin = (): void => {
    if (isBusy) return;
    if (plan().excluded.length > 0) setAsks(true);
    else void restore();
  };
  useShortcut({ keys: 'Mod+Enter', label: t('deleted.restore'), scope: 'page', run: begin });
  return (
    <>
      <DockedBar label={t('applications.bar')} tone="tint">
        <p className={classes['count']} role="status">
          <b>{formats.number(chosen.length)}</b> <span>{t('applications.ticked', { count: chosen.length })}</span>
        </p>
        {chosen.length === ids.length ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              changeDeletedList({ type: 'tick-all', ids });
            }}
          >
            {t('applications.selectAll', { count: ids.length })}
          </Button>
        )}
        <Button
          variant="subtle"
          rightSection={<KeyHint keys="Escape" />}
          onClick={() => {
            changeDeletedList({ type: 'clear' });
          }}
        >
          {t('applications.clear')}
        </Button>
        <div className={classes['restore']}>
          <Button variant="filled" loading={isBusy} rightSection={<KeyHint keys="Mod+Enter" />} onClick={begin}>
            {t('deleted.restore')}
          </Button>
        </div>
      </DockedBar>
      {asks ? (
        <RestoreDialog
          plan={plan()}
          rows={chosen}
          isBusy={isBusy}
          onRestore={() => {
            void restore().then(() => {
              setAsks(false);
            });
          }}
          onClose={() => {
            setAsks(false);
          }}
        />
      ) : null}
    </>
  );
}
