import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import { requestErasure } from '../../state/erasure-request.js';
import { changeRetentionList } from '../../state/retention-list.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import { KeepDialog, type KeepWay } from './keep-dialog.js';
import type { RetentionRow } from './retention-rows.js';
import { useKeep } from './use-keep.js';

interface KeepBarProps {
  /** Ticked and shown. */
  readonly chosen: readonly RetentionRow[];
  readonly ids: readonly PersonId[];
  readonly today: string;
}

/** What can be done with the ticked: keep them longer, hold them, or delete them now. Who is held is not deleted from here. */
export function KeepBar({ chosen, ids, today }: KeepBarProps) {
  const { t } = useTranslation();
  const [way, setWay] = useState<KeepWay | null>(null);
  const { endHolds, isBusy } = useKeep(chosen);
  const held = chosen.filter(({ isHeld }) => isHeld).length;
  return (
    <>
      <TickedBar
        label={t('home.toBeDeleted')}
        ticked={chosen.length}
        shown={ids.length}
        onTickAll={() => {
          changeRetentionList({ type: 'tick-all', ids });
        }}
        onClear={() => {
          changeRetentionList({ type: 'clear' });
        }}
      >
        {held > 0 ? null : (
          <Button
            variant="subtle"
            data-danger
            onClick={() => {
              requestErasure({ kind: 'people', people: chosen.map(({ id }) => id) });
            }}
          >
            {t('deleted.deletePermanently')}
          </Button>
        )}
        {held === chosen.length ? (
          <Button variant="filled" loading={isBusy} onClick={() => void endHolds()}>
            {t('retention.endHold')}
          </Button>
        ) : held > 0 ? null : (
          <>
            <Button
              onClick={() => {
                setWay('hold');
              }}
            >
              {t('retention.hold')}
            </Button>
            <Button
              variant="filled"
              onClick={() => {
                setWay('longer');
              }}
            >
              {t('retention.keepLonger')}
            </Button>
          </>
        )}
      </TickedBar>
      {way === null ? null : (
        <KeepDialog
          way={way}
          chosen={chosen}
          today={today}
          onClose={() => {
            setWay(null);
          }}
        />
      )}
    </>
  );
}
