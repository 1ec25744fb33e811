import { Button } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionChoice } from '../../../shared/domain/action-choice.js';
import { isOffered } from '../../../shared/domain/own-steps.js';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useRights } from '../../data/use-rights.js';
import { requestProgress } from '../../state/progress-request.js';
import { ActionPicker } from '../../ui/action-picker.js';
import { useFormats } from '../../ui/formats.js';
import classes from './meeting.module.css';

interface MeetingProgressProps {
  readonly applicationIds: readonly ApplicationId[];
  /** Leaving would throw away what was entered. */
  readonly unsaved: boolean;
  readonly onClose: () => void;
}

/** *Further progress* with those in the meeting (R3, R101). Choosing does nothing; *Execute* leaves the meeting as it stands. */
export function MeetingProgress({ applicationIds, unsaved, onClose }: MeetingProgressProps) {
  const { t } = useTranslation();
  const reason = useId();
  const [opened, setOpened] = useState(false);
  const rights = useRights();
  const steps = useOwnSteps(useFormats().language);
  const actions = useMemo(() => listProgressActions(rights), [rights]);
  // What a list did last was for others: whoever is in a meeting is invited already.
  const [chosen, setChosen] = useState<ActionChoice | null>(null);
  const action = chosen !== null && isOffered(chosen, actions, steps) ? chosen : null;
  return (
    <div className={classes['progress']}>
      <ActionPicker
        actions={actions}
        steps={steps}
        value={action}
        onChange={setChosen}
        opened={opened}
        onOpenedChange={setOpened}
      />
      <Button
        disabled={unsaved || applicationIds.length === 0}
        aria-describedby={unsaved ? reason : undefined}
        onClick={() => {
          if (action === null) {
            setOpened(true);
            return;
          }
          onClose();
          requestProgress(action, applicationIds);
        }}
      >
        {t('progress.execute')}
      </Button>
      {unsaved ? (
        <p id={reason} className={classes['note']}>
          {t('interview.saveFirst')}
        </p>
      ) : null}
    </div>
  );
}
