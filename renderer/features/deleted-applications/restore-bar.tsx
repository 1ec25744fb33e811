import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { changeDeletedList } from '../../state/deleted-list.js';
import { requestErasure } from '../../state/erasure-request.js';
import { useShortcut } from '../../state/shortcuts.js';
import { KeyHint } from '../../ui/key-hint.js';
import { TickedBar } from '../../ui/ticked-bar.js';
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
  const [asks, setAsks] = useState(false);
  const { plan, restore, isBusy } = useRestore(chosen);
  const begin = (): void => {
    if (isBusy) return;
    if (plan().excluded.length > 0) setAsks(true);
    else void restore();
  };
  const close = (): void => {
    setAsks(false);
  };
  useShortcut({ keys: 'Mod+Enter', label: t('deleted.restore'), scope: 'page', run: begin });
  return (
    <>
      <TickedBar
        ticked={chosen.length}
        shown={ids.length}
        onTickAll={() => {
          changeDeletedList({ type: 'tick-all', ids });
        }}
        onClear={() => {
          changeDeletedList({ type: 'clear' });
        }}
      >
        <Button
          variant="subtle"
          data-danger
          onClick={() => {
            const applications = chosen.map(({ id, person }) => ({ id, personId: person.id }));
            requestErasure({ kind: 'applications', applications });
          }}
        >
          {t('deleted.deletePermanently')}
        </Button>
        <Button variant="filled" loading={isBusy} rightSection={<KeyHint keys="Mod+Enter" />} onClick={begin}>
          {t('deleted.restore')}
        </Button>
      </TickedBar>
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
          onClose={close}
        />
      ) : null}
    </>
  );
}
