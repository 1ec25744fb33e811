import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OWN_STEP_LIMIT, withStepMoved } from '../../../shared/domain/own-steps.js';
import { ownStepTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
import { useOwnSteps, type NamedStep } from '../../data/use-own-steps.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import classes from './reason-section.module.css';
import { StepDialog } from './step-dialog.js';
import { useMayAdminister } from './use-may-administer.js';
import { useSaveSteps } from './use-save-steps.js';

/** G-8: the steps of the organisation, in the order in which Further progress offers them. */
export function StepSection() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const allowed = useMayAdminister();
  const steps = useOwnSteps(language);
  const [editing, setEditing] = useState<string | null>(null);
  const full = steps.length >= OWN_STEP_LIMIT;
  return (
    <section className={classes['section']} aria-label={t('settings.steps')}>
      <p className={classes['intro']}>{t('settings.stepsIntro')}</p>
      {steps.length === 0 ? <p className={classes['intro']}>{t('settings.stepsNone')}</p> : null}
      <ul>
        {steps.map((step, at) => (
          <li key={step.id}>
            <span className={classes['name']}>{step.name}</span>
            <StepButtons step={step} first={at === 0} last={at === steps.length - 1} onEdit={setEditing} />
          </li>
        ))}
      </ul>
      {allowed ? null : <p className={classes['intro']}>{t('settings.onlyAdministrators')}</p>}
      {full ? <p className={classes['intro']}>{t('settings.stepsFull')}</p> : null}
      <Button
        leftSection={<IconPlus {...icon} />}
        disabled={!allowed || full}
        onClick={() => {
          setEditing('new');
        }}
      >
        {t('settings.addStep')}
      </Button>
      <StepDialog
        editing={editing}
        onClose={() => {
          setEditing(null);
        }}
      />
    </section>
  );
}

interface StepButtonsProps {
  readonly step: NamedStep;
  readonly first: boolean;
  readonly last: boolean;
  readonly onEdit: (id: string) => void;
}

function StepButtons({ step: { id, name }, first, last, onEdit }: StepButtonsProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const allowed = useMayAdminister();
  const save = useSaveSteps();
  const move = (by: -1 | 1): void => void save((steps: readonly OwnStep[]) => withStepMoved(steps, id, by));
  return (
    <span className={classes['buttons']}>
      <ActionIcon
        disabled={!allowed || first}
        aria-label={t('settings.stepUp', { name })}
        title={t('settings.stepUp', { name })}
        onClick={() => {
          move(-1);
        }}
      >
        <IconArrowUp {...icon} />
      </ActionIcon>
      <ActionIcon
        disabled={!allowed || last}
        aria-label={t('settings.stepDown', { name })}
        title={t('settings.stepDown', { name })}
        onClick={() => {
          move(1);
        }}
      >
        <IconArrowDown {...icon} />
      </ActionIcon>
      <ButtonLink
        size="xs"
        variant="subtle"
        to="/templates/$purpose/$language"
        params={{ purpose: ownStepTemplate(id), language }}
      >
        {t('settings.stepText')}
      </ButtonLink>
      <Button
        size="xs"
        disabled={!allowed}
        aria-label={t('settings.editStep', { name })}
        onClick={() => {
          onEdit(id);
        }}
      >
        {t('common.edit')}
      </Button>
    </span>
  );
}
