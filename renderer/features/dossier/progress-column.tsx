import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldStanding, isListed, type Standing } from '../../../shared/domain/application-status.js';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import { offeredAt } from '../../../shared/domain/offered-at.js';
import { isOffered } from '../../../shared/domain/own-steps.js';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useOwnSteps, useStepName } from '../../data/use-own-steps.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { chooseAction, useApplicationListStore } from '../../state/application-lists.js';
import { requestProgress, requestVacancy } from '../../state/progress-request.js';
import { ActionPicker } from '../../ui/action-picker.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';
import { ButtonLink } from '../../ui/links.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import { messageTitle } from '../../ui/message-title.js';
import { RatingMeter } from '../../ui/rating-meter.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import type { Activity } from './activities.js';
import { ClassificationRows } from './classification-rows.js';
import classes from './dossier.module.css';
import { MeetingRow } from './meeting-row.js';
import type { Shown, StoredMessage } from './shown.js';
import { RecentActivities } from './recent-activities.js';
import { useMessageState } from './use-message-state.js';

interface ProgressColumnProps {
  readonly shown: Shown;
  readonly activities: readonly Activity[];
}

/** How it stands and what comes next (R6): status, messages on their way, Further progress, what happened last. */
export function ProgressColumn({ shown, activities }: ProgressColumnProps) {
  const { t } = useTranslation();
  const application = shown.dossier.applications.find(({ id }) => id === shown.applicationId);
  const standing = application === undefined ? null : foldStanding(application.events);
  const message = newestThatMatters(
    shown.dossier.messages.filter(({ fields }) => fields.applicationId === shown.applicationId),
  );
  return (
    <aside className={classes['side']}>
      {application === undefined || standing === null || shown.applicationId === null ? (
        <WithoutApplication shown={shown} />
      ) : (
        <>
          <h2 className={classes['label']}>{t('dossier.vacancyStatus')}</h2>
          <p>
            <Status standing={standing} />
          </p>
          {message === undefined ? null : <NewestMessage message={message} />}
          <hr />
          {standing.status === 'deleted' ? <Deleted /> : <FurtherProgress applicationId={shown.applicationId} />}
          <hr />
          <DataList
            rows={[
              { term: t('dossier.jobOfferSent'), value: <JobOfferSent application={application} /> },
              { term: t('dossier.rating'), value: <Rating applicationId={shown.applicationId} /> },
            ]}
          />
          {isListed(standing.status) ? (
            <ClassificationRows applicationId={shown.applicationId} application={application} />
          ) : null}
          <hr />
          <MeetingRow shown={shown} />
        </>
      )}
      <hr />
      <RecentActivities shown={shown} activities={activities} />
    </aside>
  );
}

/** G-12, C13: of a prospect. Whoever stands in a vacancy meanwhile is found there, from the list on the left. */
function WithoutApplication({ shown: { dossier, personId } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const mayTransfer = useRights().includes('transfer');
  if (dossier.applications.some(({ events }) => isListed(foldStanding(events).status))) return null;
  return (
    <div className={classes['elsewhere']}>
      <p>{t('dossier.prospectText')}</p>
      {mayTransfer ? (
        <Button
          onClick={() => {
            requestVacancy([personId]);
          }}
        >
          {t('database.add')}
        </Button>
      ) : null}
    </div>
  );
}

function Status({ standing }: { readonly standing: Standing }) {
  const step = useStepName(standing.ownStepId, useFormats().language);
  return <StatusTag status={standing.status} stage={stageOf(standing)} step={step} />;
}

/** Of messages in their order, newest first: a cancelled one says nothing while another stands. */
function newestThatMatters(messages: readonly StoredMessage[]): StoredMessage | undefined {
  return (
    messages.find(({ fields, events }) => foldDeliveries(fields.queuedAt, events).state !== 'cancelled') ?? messages[0]
  );
}

type StoredApplication = Shown['dossier']['applications'][number];

/** R37, C11: the day of the newest offer, whatever the status became since. */
function JobOfferSent({ application: { events } }: { readonly application: StoredApplication }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const at = offeredAt(events);
  return at === null ? t('dossier.no') : <time>{formats.date(at)}</time>;
}

function NewestMessage({ message }: { readonly message: StoredMessage }) {
  const { t } = useTranslation();
  const { state } = useMessageState(message);
  return (
    <p className={classes['mail']}>
      <MessageStateLabel state={state} /> <bdi>{messageTitle(t, message.fields)}</bdi>
    </p>
  );
}

function Rating({ applicationId }: { readonly applicationId: ApplicationId }) {
  const find = useMemo(
    () => (roster: Roster) => roster.applications.get(applicationId)?.rating ?? null,
    [applicationId],
  );
  return <RatingMeter value={useRoster(find)} />;
}

/** C26: what is deleted can only be restored, on its own page. */
function Deleted() {
  const { t } = useTranslation();
  const mayRestore = useRights().includes('deleted-applications');
  return (
    <div className={classes['elsewhere']}>
      <p>{t('deleted.inDossier')}</p>
      {mayRestore ? <ButtonLink to="/deleted">{t('shell.deletedApplications')}</ButtonLink> : null}
    </div>
  );
}

function FurtherProgress({ applicationId }: { readonly applicationId: ApplicationId }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const rights = useRights();
  const actions = useMemo(() => listProgressActions(rights), [rights]);
  const chosen = useApplicationListStore(({ action }) => action);
  const steps = useOwnSteps(useFormats().language);
  const action = chosen !== null && isOffered(chosen, actions, steps) ? chosen : null;
  return (
    <div className={classes['progress']}>
      <ActionPicker
        actions={actions}
        steps={steps}
        value={action}
        onChange={chooseAction}
        opened={opened}
        onOpenedChange={setOpened}
        stacked
      />
      <Button
        variant="filled"
        onClick={() => {
          if (action === null) setOpened(true);
          else requestProgress(action, [applicationId]);
        }}
      >
        {t('progress.execute')}
      </Button>
    </div>
  );
}
