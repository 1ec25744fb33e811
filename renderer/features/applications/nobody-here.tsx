import { IconArchive, IconBookmark, IconHourglass, IconListNumbers, IconUsers, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { IfRight } from '../../data/if-right.js';
import { changeList, NO_FILTER } from '../../state/application-lists.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ButtonLink } from '../../ui/links.js';
import { NoMatch } from '../../ui/no-match.js';
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
      <NoMatch
        onClear={() => {
          changeList(vacancyId, { filter: NO_FILTER });
        }}
      />
    );
  }
  if (section === 'overview') {
    return (
      <EmptyState
        icon={IconUsers}
        title={t('applications.emptyTitle')}
        action={
          <IfRight right="add-candidates">
            <ButtonLink to="/capture" variant="filled">
              {t('applications.emptyAction')}
            </ButtonLink>
          </IfRight>
        }
      >
        {t('applications.emptyText')}
      </EmptyState>
    );
  }
  const { icon, title, text } = EMPTY[section];
  return (
    <EmptyState
      icon={icon}
      title={t(title)}
      action={
        <ButtonLink to="/vacancies/$vacancyId" params={{ vacancyId }}>
          {t('applications.toOverview')}
        </ButtonLink>
      }
    >
      {t(text)}
    </EmptyState>
  );
}

const EMPTY = {
  pending: { icon: IconHourglass, title: 'applications.emptyPending', text: 'applications.emptyPendingText' },
  ranking: { icon: IconListNumbers, title: 'applications.emptyRanking', text: 'applications.emptyRankingText' },
  processed: { icon: IconArchive, title: 'applications.emptyProcessed', text: 'applications.emptyProcessedText' },
  saved: { icon: IconBookmark, title: 'applications.emptySaved', text: 'applications.emptySavedText' },
} as const satisfies Record<Exclude<Section, 'overview'>, { icon: Icon; title: MessageKey; text: MessageKey }>;
