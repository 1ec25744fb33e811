import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOffered } from '../../shared/domain/own-steps.js';
import { listProgressActions } from '../../shared/domain/progress-actions/registry.js';
import type { ApplicationId } from '../../shared/records/primitives.js';
import type { Right } from '../../shared/records/recruiter.js';
import { chooseAction, useApplicationListStore } from '../state/application-lists.js';
import { requestProgress } from '../state/progress-request.js';
import { useShortcut } from '../state/shortcuts.js';
import { ActionPicker } from './action-picker.js';
import { KeyHint } from './key-hint.js';

interface FurtherProgressProps {
  readonly applicationIds: readonly ApplicationId[];
  /** Of whoever works here (C19). */
  readonly rights: readonly Right[];
  /** The organisation's own (G-8). */
  readonly steps: readonly { readonly id: string; readonly name: string }[];
}

/** *Further progress* in the bar of a list. Choosing an action does nothing; *Execute* begins it (R2). */
export function FurtherProgress({ applicationIds, rights, steps }: FurtherProgressProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const actions = useMemo(() => listProgressActions(rights), [rights]);
  const chosen = useApplicationListStore(({ action }) => action);
  const action = chosen !== null && isOffered(chosen, actions, steps) ? chosen : null;
  const execute = (): void => {
    if (action === null) setOpened(true);
    else requestProgress(action, applicationIds);
  };
  useShortcut({ keys: 'Mod+Enter', label: t('progress.execute'), scope: 'page', run: execute });
  return (
    <>
      <ActionPicker
        actions={actions}
        steps={steps}
        value={action}
        onChange={chooseAction}
        opened={opened}
        onOpenedChange={setOpened}
        opens="up"
      />
      <Button variant="filled" rightSection={<KeyHint keys="Mod+Enter" />} onClick={execute}>
        {t('progress.execute')}
      </Button>
    </>
  );
}
