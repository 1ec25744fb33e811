import { Button } from '@mantine/core';
import { IconArchive, IconHourglass, IconUsers, IconZoomCancel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { changeList, NO_FILTER } from '../../state/application-lists.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ButtonLink } from '../../ui/links.js';
import type { Section } from './sections.js';

interface NobodyHereProps {
  readonly vacancyId: VacancyId;
  readonly section: Section;
  readonly filtering: boolean;
}

/** Why the list is empty, and the one thing to do about it. */
export function NobodyHere({ vacancyId, section, filtering }: NobodyHereProps) {
  const { t } = useTranslation();
  if (filtering) {
    return (
      <EmptyState
        icon={IconZoomCancel}
        title={t('applications.noMatch')}
        action={
          <Button
            onClick={() => {
              changeList(vacancyId, { filter: NO_FILTER });
            }}
          >
            {t('applications.noMatchAction')}
          </Button>
        }
      >
        {t('applications.noMatchText')}
      </EmptyState>
    );
  }
  if (section === 'overview') {
    return (
      <EmptyState
        icon={IconUsers}
        title={t('applications.emptyTitle')}
        action={
          <ButtonLink to="/capture" variant="filled">
            {t('applications.emptyAction')}
          </ButtonLink>
        }
      >
        {t('applications.emptyText')}
      </EmptyState>
    );
  }
  const pending = section === 'pending';
  return (
    <EmptyState
      icon={pending ? IconHourglass : IconArchive}
      title={t(pending ? 'applications.emptyPending' : 'applications.emptyProcessed')}
      action={
        <ButtonLink to="/vacancies/$vacancyId" params={{ vacancyId }}>
          {t('applications.toOverview')}
        </ButtonLink>
      }
    >
      {t(pending ? 'applications.emptyPendingText' : 'applications.emptyProcessedText')}
    </EmptyState>
  );
}
