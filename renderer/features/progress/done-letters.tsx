import { Button } from '@mantine/core';
import { IconMailbox, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/domain/progress-action.js';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import { useRights } from '../../data/use-rights.js';
import { requestLetters } from '../../state/letter-request.js';
import { requestProgress } from '../../state/progress-request.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import classes from './done-step.module.css';

interface LettersNextProps {
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** R44: what is left to do by hand, and the way to the printer. */
export function LettersNext({ plan: { included }, onClose }: LettersNextProps) {
  const { t } = useTranslation();
  const ids = included.flatMap(({ letter }) => (letter === undefined ? [] : [letter.id]));
  return (
    <>
      <p>{t('progress.lettersNext', { count: ids.length })}</p>
      <div className={classes['ways']}>
        <Button
          leftSection={<IconPrinter {...icon} />}
          onClick={() => {
            onClose();
            requestLetters('print', ids);
          }}
        >
          {t('letters.print')}
        </Button>
        <Button
          onClick={() => {
            requestLetters('save', ids);
          }}
        >
          {t('letters.savePdf')}
        </Button>
        <ButtonLink to="/outbox/letters" onClick={onClose}>
          {t('progress.openLetters')}
        </ButtonLink>
      </div>
    </>
  );
}

interface LetterInsteadProps {
  readonly reasons: Plan['excluded'];
  readonly onClose: () => void;
}

/** C33: whoever was rejected without a mail gets the letter; beginning it leaves the rejection as it is. */
export function LetterInstead({ reasons, onClose }: LetterInsteadProps) {
  const { t } = useTranslation();
  const rights = useRights();
  const mayWrite = listProgressActions(rights).includes('send-letter');
  if (!mayWrite || reasons.length === 0) return null;
  return (
    <Button
      leftSection={<IconMailbox {...icon} />}
      onClick={() => {
        onClose();
        requestProgress(
          'send-letter',
          reasons.map(({ applicationId }) => applicationId),
        );
      }}
    >
      {t('progress.letterInstead', { count: reasons.length })}
    </Button>
  );
}
