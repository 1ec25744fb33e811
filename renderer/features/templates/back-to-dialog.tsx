import { useRouter } from '@tanstack/react-router';
import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chosenStep, isOwnStep } from '../../../shared/domain/action-choice.js';
import { useStepName } from '../../data/use-own-steps.js';
import { resumeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';

/** R104: the way back to the dialog that was left for its template, to where it was open. */
export function BackToDialog() {
  const { t } = useTranslation();
  const router = useRouter();
  const left = useProgressRequestStore((state) => state.left);
  const step = useStepName(left === null ? null : chosenStep(left.action), useFormats().language);
  if (left === null) return null;
  return (
    <Anchor
      component="button"
      type="button"
      onClick={() => {
        router.history.push(left.href);
        resumeProgress();
      }}
    >
      <IconChevronLeft {...tagIcon} />{' '}
      {t('templates.backToDialog', {
        action: isOwnStep(left.action) ? (step ?? '') : t(`progress.actions.${left.action}.name`),
        people: t('progress.recipients', { count: left.applicationIds.length }),
      })}
    </Anchor>
  );
}
