import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanWarning, Selection } from '../../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { nameOf } from './selection-of.js';
import classes from './warning-lines.module.css';

const NAMES = 3;

interface WarningLinesProps {
  readonly warnings: readonly PlanWarning[];
  readonly selection: Selection;
  readonly onLeaveOut: (applicationIds: readonly ApplicationId[]) => void;
}

/** What must be seen before it is confirmed: how many it concerns, who they are, and a way to spare them. */
export function WarningLines({ warnings, selection, onLeaveOut }: WarningLinesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (warnings.length === 0) return null;
  return (
    <ul className={classes['warnings']} aria-label={t('progress.warningsTitle')}>
      {warnings.map(({ code, applicationIds }) => (
        <li key={code}>
          <IconAlertTriangle {...icon} />
          <p>
            {t(`progress.warnings.${code}`, { count: applicationIds.length })} <span>{who(applicationIds)}</span>
          </p>
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              onLeaveOut(applicationIds);
            }}
          >
            {t('progress.leaveThemOut', { count: applicationIds.length })}
          </Anchor>
        </li>
      ))}
    </ul>
  );

  /** The first by name; the others are marked in their rows. */
  function who(applicationIds: readonly ApplicationId[]): string {
    const wanted = new Set(applicationIds);
    const names = selection.filter(({ applicationId }) => wanted.has(applicationId)).map(nameOf);
    const more = names.length - NAMES;
    return formats.list(more <= 0 ? names : [...names.slice(0, NAMES), t('progress.warningMore', { count: more })]);
  }
}
