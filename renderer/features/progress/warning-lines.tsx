import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Plan, Selection } from '../../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { concernsEverybody } from './concerns-everybody.js';
import { nameOf } from './selection-of.js';
import classes from './warning-lines.module.css';

const NAMES = 3;

interface WarningLinesProps {
  readonly plan: Plan;
  readonly selection: Selection;
  readonly onLeaveOut: (applicationIds: readonly ApplicationId[]) => void;
}

/** What must be seen before it is confirmed: how many it concerns, who they are, and a way to spare them if others stay. */
export function WarningLines({ plan, selection, onLeaveOut }: WarningLinesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { warnings, included } = plan;
  if (warnings.length === 0) return null;
  return (
    <ul className={classes['warnings']} aria-label={t('progress.warningsTitle')}>
      {warnings.map((warning) => {
        const { code, applicationIds } = warning;
        return (
          <li key={code}>
            <IconAlertTriangle {...icon} />
            <p>
              {t(`progress.warnings.${code}`, { count: applicationIds.length })}{' '}
              {concernsEverybody(plan, warning) ? null : <span>{who(applicationIds)}</span>}
            </p>
            {applicationIds.length === included.length ? null : (
              <Anchor
                component="button"
                type="button"
                onClick={() => {
                  onLeaveOut(applicationIds);
                }}
              >
                {t('progress.leaveThemOut', { count: applicationIds.length })}
              </Anchor>
            )}
          </li>
        );
      })}
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
