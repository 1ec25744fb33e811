import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IfRight } from '../../data/if-right.js';
import { holdForWalkIn } from '../../state/slot-request.js';
import { icon } from '../../ui/icon-props.js';
import { TextLink } from '../../ui/links.js';
import classes from './capture.module.css';
import type { Stand } from './use-stand.js';
import { useWalkInWords } from './walk-in-words.js';

interface CaptureNoticesProps {
  readonly stand: Stand;
  /** The form came back as it was left. */
  readonly restored: boolean;
  readonly onDiscard: () => void;
}

/** What is missing around the form, each with the way to it. Capturing works all the same. */
export function CaptureNotices({ stand, restored, onDiscard }: CaptureNoticesProps) {
  const { t } = useTranslation();
  const walkIn = useWalkInWords();
  const nothing =
    walkIn === null && !restored && stand.fair !== null && stand.vacancies.length > 0 && stand.by !== null;
  if (nothing) return null;
  return (
    <div className={classes['notices']}>
      {walkIn === null ? null : (
        <Notice>
          {walkIn}
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              holdForWalkIn(null);
            }}
          >
            {t('slots.letGo')}
          </Button>
        </Notice>
      )}
      {restored ? (
        <Notice>
          {t('capture.restored')}
          <Button size="xs" variant="subtle" onClick={onDiscard}>
            {t('capture.discard')}
          </Button>
        </Notice>
      ) : null}
      {stand.fair === null ? (
        <Notice>
          {t('capture.noFair')}{' '}
          <IfRight right="vacancies">
            <TextLink to="/fairs/new">{t('capture.addFair')}</TextLink>
          </IfRight>
        </Notice>
      ) : null}
      {stand.vacancies.length === 0 ? (
        <Notice>
          {t('capture.noVacancies')}{' '}
          <IfRight right="vacancies">
            <TextLink to="/vacancies/new">{t('capture.addVacancy')}</TextLink>
          </IfRight>
        </Notice>
      ) : null}
      {stand.by === null ? (
        <Notice>
          {t('capture.noRecruiter')} <TextLink to="/settings">{t('capture.chooseRecruiter')}</TextLink>
        </Notice>
      ) : null}
    </div>
  );
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['notice']} role="status">
      <IconInfoCircle {...icon} />
      <p>{children}</p>
    </div>
  );
}
