import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageRow } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { TextLink } from '../../ui/links.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import { CommandButtons } from './command-buttons.js';
import { DeliveryHistory } from './delivery-history.js';
import type { Explanation } from './explain-message.js';
import { MailPreview } from './mail-preview.js';
import classes from './message-detail.module.css';

interface MessageDetailProps {
  readonly row: MessageRow;
  readonly explanation: Explanation;
  readonly onClose: () => void;
}

/** One message beside the list: where it stands and why, what to do, the mail as it is sent, and what happened to it. */
export function MessageDetail({ row, explanation, onClose }: MessageDetailProps) {
  const { t } = useTranslation();
  const { device } = useSession();
  return (
    <aside className={classes['detail']} aria-label={row.subject}>
      <header className={classes['head']}>
        <h2>{row.subject}</h2>
        <ActionIcon aria-label={t('common.close')} onClick={onClose}>
          <IconX {...icon} />
        </ActionIcon>
      </header>
      <div className={classes['body']}>
        <div className={classes['state']}>
          <MessageStateLabel state={explanation.state} />
          {explanation.words === '' ? null : <p>{explanation.words}</p>}
          {row.deliverBy === device ? null : <p>{t('outbox.otherDevice')}</p>}
          {row.reply === null ? null : (
            <details>
              <summary>{t('outbox.serverSays')}</summary>
              <code>{row.reply}</code>
            </details>
          )}
        </div>
        <div className={classes['commands']}>
          <CommandButtons rows={[row]} />
        </div>
        <Letter row={row} />
      </div>
    </aside>
  );
}

function Letter({ row }: { readonly row: MessageRow }) {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  // Another row of the same message means that something happened to it: its history is read again.
  const load = useCallback(() => session.message(row.id), [session, row]);
  const loaded = useLoaded(load);
  const message = loaded.status === 'ready' ? loaded.value : undefined;
  if (message === null) return <p className={classes['gone']}>{t('outbox.gone')}</p>;
  const from = message?.fields.from;
  return (
    <>
      <DataList
        rows={[
          {
            term: t('outbox.recipient'),
            value: row.toName === '' ? row.toAddress : `${row.toName} <${row.toAddress}>`,
          },
          { term: t('outbox.from'), value: from === undefined ? '' : `${from.name} <${from.address}>` },
          { term: t('outbox.vacancy'), value: <VacancyOf row={row} /> },
          { term: t('outbox.language'), value: t(LANGUAGE_WORDS[row.language]) },
          { term: t('outbox.written'), value: formats.dateTime(row.queuedAt) },
        ]}
      />
      <MailPreview id={row.id} />
      <DeliveryHistory queuedAt={row.queuedAt} events={message?.events ?? []} />
    </>
  );
}

/** The vacancy, leading to the application it was written in. */
function VacancyOf({ row: { vacancyId, applicationId } }: { readonly row: MessageRow }) {
  const { t } = useTranslation();
  const { vacancies } = useSession().roster.current();
  const vacancy = vacancyId === null ? undefined : vacancies.get(vacancyId);
  if (vacancyId === null || vacancy === undefined) return t('common.none');
  if (applicationId === null) return vacancy.title;
  return (
    <TextLink to="/vacancies/$vacancyId/applications/$applicationId" params={{ vacancyId, applicationId }}>
      {vacancy.title}
    </TextLink>
  );
}
