import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanWarning, Selection } from '../../../shared/domain/progress-action.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { concernsEverybody } from './concerns-everybody.js';
import { warningCount } from './counts-of.js';
import { nameOf } from './selection-of.js';
import classes from './warning-lines.module.css';

const NAMES = 3;

function recruitersOf({ recruiters }: Roster): Roster['recruiters'] {
  return recruiters;
}

interface WarningLinesProps {
  readonly plan: Plan;
  readonly selection: Selection;
  readonly onLeaveOut: (applicationIds: readonly ApplicationId[]) => void;
}

/** What must be seen before it is confirmed: how many it concerns, who they are, and a way to spare them if others stay. */
export function WarningLines({ plan, selection, onLeaveOut }: WarningLinesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const recruiters = useRoster(recruitersOf);
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
              {t(wordsOf(plan, warning), { count: warningCount(plan, warning) })} {clash(warning) ?? standing(warning)}{' '}
              <span data-everybody={concernsEverybody(plan, warning) || undefined}>{who(applicationIds)}</span>
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

  /** Who is busy and when, for the first of them. */
  function clash(warning: PlanWarning): string | null {
    const { clash: of } = warning;
    const recruiter = of === undefined ? undefined : recruiters.get(of.recruiterId);
    if (of === undefined || recruiter === undefined) return null;
    const when = formats.dateTime(of.startsAt);
    return t('progress.clash', { count: warningCount(plan, warning), name: recruiter.name, when });
  }

  /** When the interview is that stands already, of the first of them. */
  function standing({ standing: startsAt, applicationIds }: PlanWarning): string | null {
    if (startsAt === undefined) return null;
    return t('progress.standing', { count: applicationIds.length, when: formats.dateTime(startsAt) });
  }

  /** The first by name; the others are marked in their rows. */
  function who(applicationIds: readonly ApplicationId[]): string {
    const wanted = new Set(applicationIds);
    const names = selection.filter(({ applicationId }) => wanted.has(applicationId)).map(nameOf);
    const more = names.length - NAMES;
    return formats.list(more <= 0 ? names : [...names.slice(0, NAMES), t('progress.warningMore', { count: more })]);
  }
}

/** Of the processed it says that they get the mail; an own step may be taken without any. */
function wordsOf({ included }: Plan, { code, applicationIds }: PlanWarning): MessageKey {
  const concerned = new Set(applicationIds);
  const writes = included.some(({ applicationId, messages }) => concerned.has(applicationId) && messages.length > 0);
  return code === 'application-processed' && !writes ? 'progress.processedStay' : `progress.warnings.${code}`;
}
