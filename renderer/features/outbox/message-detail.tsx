import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { TextLink } from '../../ui/links.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import { SideDetail } from '../../ui/side-detail.js';
import { CommandButtons } from './command-buttons.js';
import { DeliveryHistory } from './delivery-history.js';
import { EmailInstead } from './email-instead.js';
import type { Explanation } from './explain-message.js';
import { MailPreview } from './mail-preview.js';
import classes from './message-detail.module.css';
import { SenderButton } from './sender-button.js';
import { SmsAsSent } from './sms-as-sent.js';
import { useWhoSends, type Sender } from './who-sends.js';

interface MessageDetailProps {
  readonly row: MessageRow;
  readonly explanation: Explanation;
  readonly onClose: () => void;
}

/** One message beside the list: where it stands and why, what to do, the mail as it is sent, and what happened to it. */
export function MessageDetail({ row, explanation, onClose }: MessageDetailProps) {
  const { t } = useTranslation();
  return (
    <SideDetail
      title={row.subject}
      repeated={row.channel === 'sms'}
      onClose={onClose}
      state={
        <>
          <MessageStateLabel state={explanation.state} />
          {explanation.words === '' ? null : <p>{explanation.words}</p>}
          {row.reply === null ? null : (
            <details>
              <summary>{row.channel === 'sms' ? t('outbox.gatewaySays') : t('outbox.serverSays')}</summary>
              <code>{row.reply}</code>
            </details>
          )}
        </>
      }
      commands={
        <>
          <CommandButtons rows={[row]} />
          <SenderButton row={row} />
          <EmailInstead row={row} />
        </>
      }
    >
      <Letter row={row} />
    </SideDetail>
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
  const isSms = row.channel === 'sms';
  return (
    <>
      <DataList
        rows={[
          {
            term: t('outbox.recipient'),
            value: recipientOf(row),
          },
          // Of an SMS the sender is the account's: it is what it is when it leaves.
          ...(isSms
            ? []
            : [{ term: t('outbox.from'), value: from === undefined ? '' : `${from.name} <${from.address}>` }]),
          { term: t('outbox.sender'), value: <SenderOf row={row} /> },
          { term: t('outbox.vacancy'), value: <VacancyOf row={row} /> },
          { term: t('outbox.language'), value: t(LANGUAGE_WORDS[row.language]) },
          { term: t('outbox.written'), value: formats.dateTime(row.queuedAt) },
        ]}
      />
      {isSms ? <SmsAsSent language={row.language} text={row.subject} /> : <MailPreview id={row.id} />}
      <DeliveryHistory queuedAt={row.queuedAt} events={message?.events ?? []} />
    </>
  );
}

function recipientOf({ channel, toName, toAddress }: MessageRow): string {
  const address = channel === 'sms' ? phoneForReading(toAddress) : toAddress;
  if (toName === '') return address;
  return channel === 'sms' ? `${toName}, ${address}` : `${toName} <${address}>`;
}

const SENDER_WORDS = {
  here: 'sync.thisLaptop',
  server: 'outbox.senderServer',
  elsewhere: 'outbox.senderElsewhere',
  gone: 'outbox.senderGone',
} as const satisfies Record<Sender, MessageKey>;

/** C27: who sends it, or did. */
function SenderOf({ row: { deliverBy } }: { readonly row: MessageRow }) {
  const { t } = useTranslation();
  const { senderOf } = useWhoSends();
  return t(SENDER_WORDS[senderOf(deliverBy)]);
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
