import { IconUserOff } from '@tabler/icons-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useLive } from '../../data/use-live.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { TextLink } from '../../ui/links.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import { usePageTitle } from '../../ui/use-page-title.js';
import { DossierView } from './dossier-view.js';

interface DossierPageProps {
  readonly vacancyId: VacancyId;
  readonly applicationId: ApplicationId;
  readonly noticeOf?: NoticeOf;
}

/** What else is to be said about the person, shown below the name. */
type NoticeOf = (personId: PersonId) => ReactNode;

/** *Application and CV* of one application (R4, R6). */
export function DossierPage({ applicationId, vacancyId, noticeOf }: DossierPageProps) {
  const find = useCallback(
    (roster: Roster) => roster.applications.get(applicationId)?.personId ?? null,
    [applicationId],
  );
  const personId = useRoster(find);
  usePageTitle(useDossierTitle());
  if (personId === null) return <Gone vacancyId={vacancyId} />;
  const shown = { personId, applicationId, vacancyId, notice: noticeOf?.(personId) };
  return <LiveDossier key={applicationId} {...shown} />;
}

/** The dossier of somebody who has not applied for anything: a prospect. */
export function PersonPage({ personId, noticeOf }: { readonly personId: PersonId; readonly noticeOf?: NoticeOf }) {
  usePageTitle(useDossierTitle());
  const shown = { personId, applicationId: null, vacancyId: null, notice: noticeOf?.(personId) };
  return <LiveDossier key={personId} {...shown} />;
}

/** The page's own name, and not the person's: window titles end up in task lists, screen recordings and the system's logs. */
function useDossierTitle(): string {
  const { t } = useTranslation();
  return t('dossier.applicationAndCv');
}

interface LiveDossierProps {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId | null;
  readonly vacancyId: VacancyId | null;
  readonly notice: ReactNode;
}

function LiveDossier({ personId, applicationId, vacancyId, notice }: LiveDossierProps) {
  const { t } = useTranslation();
  const session = useSession();
  const live = useLive(useMemo(() => session.dossier(personId), [session, personId]));
  switch (live.status) {
    case 'loading':
      return <RowSkeleton rows={14} />;
    case 'failed':
      return (
        <EmptyState heading="h1" icon={IconUserOff} title={t('dossier.failed')}>
          {t(ERROR_WORDS[live.code])}
        </EmptyState>
      );
    case 'ready':
      return live.value === null ? (
        <Gone vacancyId={vacancyId} />
      ) : (
        <DossierView dossier={live.value} applicationId={applicationId} vacancyId={vacancyId} notice={notice} />
      );
  }
}

function Gone({ vacancyId }: { readonly vacancyId: VacancyId | null }) {
  const { t } = useTranslation();
  const back =
    vacancyId === null ? (
      <TextLink to="/vacancies">{t('shell.vacancyList')}</TextLink>
    ) : (
      <TextLink to="/vacancies/$vacancyId" params={{ vacancyId }}>
        {t('dossier.back')}
      </TextLink>
    );
  return (
    <EmptyState heading="h1" icon={IconUserOff} title={t('dossier.gone')} action={back}>
      {t('dossier.goneText')}
    </EmptyState>
  );
}
