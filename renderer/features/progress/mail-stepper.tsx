import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { icon } from '../../ui/icon-props.js';
import classes from './mail-stepper.module.css';

interface MailStepperProps {
  /** Whose mail is shown. */
  readonly name: string;
  /** From 0. */
  readonly at: number;
  readonly count: number;
  readonly onStep: (by: number) => void;
}

/** From one mail to the next. */
export function MailStepper({ name, at, count, onStep }: MailStepperProps) {
  const { t } = useTranslation();
  const shown = t('progress.shown', { name, at: at + 1, count });
  if (count === 1) return <p className={classes['stepper']}>{name}</p>;
  return (
    <div className={classes['stepper']}>
      <ActionIcon
        size={28}
        aria-label={t('progress.previousMail')}
        disabled={at === 0}
        onClick={() => {
          onStep(-1);
        }}
      >
        <IconChevronLeft {...icon} />
      </ActionIcon>
      <span role="status" title={shown}>
        {shown}
      </span>
      <ActionIcon
        size={28}
        aria-label={t('progress.nextMail')}
        disabled={at === count - 1}
        onClick={() => {
          onStep(1);
        }}
      >
        <IconChevronRight {...icon} />
      </ActionIcon>
    </div>
  );
}
