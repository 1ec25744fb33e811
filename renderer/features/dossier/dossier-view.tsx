import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId, VacancyId } from '../../../shared/records/primitives.js';
import { useHasRight } from '../../data/use-rights.js';
import { DOSSIER_TABS, showDossierTab, useDossierTab, type DossierTab } from '../../state/dossier-tab.js';
import { useShortcut } from '../../state/shortcuts.js';
import { listActivities } from './activities.js';
import { ActivitiesTab } from './activities-tab.js';
import { ApplicantWalk } from './applicant-walk.js';
import { CvTab } from './cv-tab.js';
import { DocumentsTab } from './documents-tab.js';
import classes from './dossier.module.css';
import { MessagesTab } from './messages-tab.js';
import { ProgressColumn } from './progress-column.js';
import { PanelTab } from './panel-tab.js';
import type { Shown } from './shown.js';
import { usePanelReviews } from './use-panel-reviews.js';
import { WhoColumn } from './who-column.js';

interface DossierViewProps extends Omit<Shown, 'personId'> {
  /** Below the name. */
  readonly notice: ReactNode;
}

/** Who, what was handed in and what happened, what comes next: the three columns of the dossier. */
export function DossierView({ dossier, applicationId, vacancyId, notice }: DossierViewProps) {
  const { t } = useTranslation();
  const [documentId, setDocumentId] = useState<string | null>(null);
  const application = dossier.applications.find(({ id }) => id === applicationId);
  const personId = application?.fields.personId ?? (dossier.person.id as PersonId);
  const tab = useDossierTab(applicationId ?? personId);
  const setTab = (chosen: DossierTab): void => {
    showDossierTab(applicationId ?? personId, chosen);
  };
  const shown: Shown = { dossier, personId, applicationId, vacancyId };
  const reviews = usePanelReviews(dossier);
  const activities = useMemo(() => listActivities(dossier, applicationId, reviews), [dossier, applicationId, reviews]);
  const notes = activities.filter(({ kind }) => kind === 'note');
  const mails = dossier.messages.length;
  const mayList = useHasRight('process-list');
  useBackToList(vacancyId);
  return (
    <div className={classes['dossier']}>
      <WhoColumn shown={shown} notice={notice} />
      <Tabs
        className={classes['centre'] ?? ''}
        value={tab}
        onChange={(value) => {
          setTab(DOSSIER_TABS.find((known) => known === value) ?? 'application');
        }}
        keepMounted={false}
      >
        <div className={classes['bar']}>
          <Tabs.List aria-label={t('dossier.tabs')} onClick={showWhole}>
            <Tabs.Tab value="application">{t('dossier.applicationAndCv')}</Tabs.Tab>
            {mayList ? <Tabs.Tab value="activities">{t('dossier.activities')}</Tabs.Tab> : null}
            <Tabs.Tab value="documents" rightSection={countOf(dossier.documents.length + notes.length)}>
              {t('dossier.documentsNotes')}
            </Tabs.Tab>
            <Tabs.Tab value="messages" rightSection={countOf(mails)}>
              {t('dossier.messages')}
            </Tabs.Tab>
            <Tabs.Tab value="panel" rightSection={countOf(reviews.length)}>
              {t('panel.tab')}
            </Tabs.Tab>
          </Tabs.List>
          <ApplicantWalk applicationId={applicationId} vacancyId={vacancyId} />
        </div>
        <div className={classes['panels']}>
          <Tabs.Panel value="application" className={classes['panel'] ?? ''}>
            <CvTab shown={shown} documentId={documentId} />
          </Tabs.Panel>
          <Tabs.Panel value="activities" className={classes['panel'] ?? ''}>
            {mayList ? <ActivitiesTab activities={activities} /> : null}
          </Tabs.Panel>
          <Tabs.Panel value="documents" className={classes['panel'] ?? ''}>
            <DocumentsTab
              shown={shown}
              activities={activities}
              onShow={(id) => {
                setDocumentId(id);
                setTab('application');
              }}
            />
          </Tabs.Panel>
          <Tabs.Panel value="messages" className={classes['panel'] ?? ''}>
            <MessagesTab dossier={dossier} />
          </Tabs.Panel>
          <Tabs.Panel value="panel" className={classes['panel'] ?? ''}>
            <PanelTab shown={shown} reviews={reviews} />
          </Tabs.Panel>
          <ProgressColumn shown={shown} activities={activities} />
        </div>
      </Tabs>
    </div>
  );
}

/** A tab half in sight that is clicked; the keyboard's own is brought there by the browser. */
function showWhole({ target }: MouseEvent): void {
  if (target instanceof Element) target.closest('[role=tab]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Nothing at all beside a tab without any, so that the tabs stand at one distance. */
function countOf(of: number): ReactNode {
  return of === 0 ? null : <span className={classes['count']}>{of}</span>;
}

function useBackToList(vacancyId: VacancyId | null): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useShortcut({
    keys: 'Escape',
    label: t(vacancyId === null ? 'shell.cvDatabase' : 'dossier.back'),
    scope: 'page',
    run: () =>
      void (vacancyId === null
        ? navigate({ to: '/cv-database' })
        : navigate({ to: '/vacancies/$vacancyId', params: { vacancyId } })),
  });
}
