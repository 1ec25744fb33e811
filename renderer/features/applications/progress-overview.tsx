import { IconFlag } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus, RejectionStage } from '../../../shared/records/application.js';
import { stepName } from '../../../shared/domain/own-steps.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { changeFilter, useApplicationList } from '../../state/application-lists.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { STAGE_WORDS } from '../../ui/stage-words.js';
import { STATUS_LOOKS, StatusTag } from '../../ui/status-tag.js';
import { countProgress, countSteps } from './count-progress.js';
import classes from './progress-overview.module.css';
import type { Section } from './sections.js';
import type { ListedApplication } from './sort-applications.js';

interface ProgressOverviewProps {
  readonly vacancyId: VacancyId;
  readonly section: Section;
  readonly all: readonly ListedApplication[];
}

/** How many stand in which status and at which stage (R7, C20); each is one click into the list of them (R4). */
export function ProgressOverview({ vacancyId, section, all }: ProgressOverviewProps) {
  const { t } = useTranslation();
  const progress = useMemo(() => countProgress(all, section), [all, section]);
  const order = useOwnSteps(useFormats().language);
  const steps = useMemo(() => countSteps(all, section, order), [all, section, order]);
  if (progress.length === 0) return null;
  return (
    <ul className={classes['strip']} aria-label={t('applications.byStatus')}>
      {progress.map(({ status, count, stages }) => (
        <li key={status}>
          <Narrow vacancyId={vacancyId} status={status} stage={null} count={count} />
          {stages.map(({ stage, count: ofStage }) => (
            <Narrow key={stage} vacancyId={vacancyId} status={status} stage={stage} count={ofStage} />
          ))}
        </li>
      ))}
      {steps.map(({ step, count }) => (
        <li key={step.id}>
          <NarrowToStep vacancyId={vacancyId} step={step} count={count} />
        </li>
      ))}
    </ul>
  );
}

interface NarrowProps {
  readonly vacancyId: VacancyId;
  readonly status: ApplicationStatus;
  /** Null: whatever the stage. */
  readonly stage: RejectionStage | null;
  readonly count: number;
}

/** Narrows the list to these, or opens it again. */
function Narrow({ vacancyId, status, stage, count }: NarrowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { filter } = useApplicationList(vacancyId);
  const pressed =
    filter.statuses.length === 1 &&
    filter.statuses[0] === status &&
    (stage === null ? filter.stages.length === 0 : filter.stages.length === 1 && filter.stages[0] === stage);
  const word = stage === null ? t(STATUS_LOOKS[status].word) : t(STAGE_WORDS[stage]);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${stage === null ? '' : `${t(STATUS_LOOKS[status].word)}, `}${word}: ${formats.number(count)}`}
      data-stage={stage !== null || undefined}
      onClick={() => {
        const chosen = pressed ? [] : [status];
        changeFilter(vacancyId, { statuses: chosen, stages: pressed || stage === null ? [] : [stage] });
      }}
    >
      {stage === null ? <StatusTag status={status} /> : <span>{word}</span>}
      <b>{formats.number(count)}</b>
    </button>
  );
}

interface NarrowToStepProps {
  readonly vacancyId: VacancyId;
  readonly step: OwnStep;
  readonly count: number;
}

/** G-8: an own step that somebody stands at. */
function NarrowToStep({ vacancyId, step, count }: NarrowToStepProps) {
  const formats = useFormats();
  const { filter } = useApplicationList(vacancyId);
  const pressed = filter.stepIds.includes(step.id);
  const name = stepName(step, formats.language);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${name}: ${formats.number(count)}`}
      data-stage
      onClick={() => {
        changeFilter(vacancyId, { stepIds: pressed ? [] : [step.id] });
      }}
    >
      <IconFlag {...tagIcon} />
      <span>{name}</span>
      <b>{formats.number(count)}</b>
    </button>
  );
}
