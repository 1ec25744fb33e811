import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { useRights } from '../../data/use-rights.js';
import { chooseAction, useApplicationListStore } from '../../state/application-lists.js';
import { requestProgress } from '../../state/progress-request.js';
import { useShortcut } from '../../state/shortcuts.js';
import { ActionPicker } from '../../ui/action-picker.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { useFormats } from '../../ui/formats.js';
import { KeyHint } from '../../ui/key-hint.js';
import { ClassifyMenu } from './classify-menu.js';
import { clearTicks, tickAll } from './list-commands.js';
import classes from './selection-bar.module.css';

interface SelectionBarProps {
  readonly vacancyId: VacancyId;
  /** Ticked, in the order of the list; what the filter hides comes last. */
  readonly ticked: readonly ApplicationId[];
  /** Shown in the list. */
  readonly ids: readonly ApplicationId[];
  /** Ticked and not shown. */
  readonly hidden: number;
}

/** The bar *Further progress*, there while somebody is ticked. Choosing an action does nothing; *Execute* begins it (R2). */
export function SelectionBar({ vacancyId, ticked, ids, hidden }: SelectionBarProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <DockedBar label={t('applications.bar')} tone="tint">
      <div className={classes['bar']}>
        <p className={classes['count']} role="status">
          <b>{formats.number(ticked.length)}</b> <span>{t('applications.ticked', { count: ticked.length })}</span>
          {hidden === 0 ? null : <small>{t('applications.tickedHidden', { count: hidden })}</small>}
        </p>
        {ticked.length - hidden === ids.length ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              tickAll(vacancyId, ids);
            }}
          >
            {t('applications.selectAll', { count: ids.length })}
          </Button>
        )}
        <Button
          variant="subtle"
          rightSection={<KeyHint keys="Escape" />}
          onClick={() => {
            clearTicks(vacancyId);
          }}
        >
          {t('applications.clear')}
        </Button>
        <ClassifyMenu ticked={ticked} />
        <FurtherProgress ticked={ticked} />
      </div>
    </DockedBar>
  );
}

function FurtherProgress({ ticked }: { readonly ticked: readonly ApplicationId[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const rights = useRights();
  const actions = useMemo(() => listProgressActions(rights), [rights]);
  const chosen = useApplicationListStore(({ action }) => action);
  const action = actions.find(({ id }) => id === chosen)?.id ?? null;
  const execute = (): void => {
    if (action === null) setOpened(true);
    else requestProgress(action, ticked);
  };
  useShortcut({ keys: 'Mod+Enter', label: t('progress.execute'), scope: 'page', run: execute });
  return (
    <div className={classes['progress']}>
      <ActionPicker
        actions={actions}
        value={action}
        onChange={chooseAction}
        opened={opened}
        onOpenedChange={setOpened}
        opens="up"
      />
      <Button variant="filled" rightSection={<KeyHint keys="Mod+Enter" />} onClick={execute}>
        {t('progress.execute')}
      </Button>
    </div>
  );
}
