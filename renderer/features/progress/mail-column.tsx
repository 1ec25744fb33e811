import { ActionIcon, Button } from '@mantine/core';
import { IconBraces, IconCalendarEvent, IconFileTypePdf, IconPencil, IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedMessage } from '../../../shared/domain/progress-action.js';
import { CALENDAR_FILE_NAME, type Message } from '../../../shared/records/message.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MailPage } from '../../ui/mail-page.js';
import { Segmented } from '../../ui/segmented.js';
import classes from './mail-column.module.css';
import { MailStepper } from './mail-stepper.js';
import { MergedText } from './merged-text.js';

/** What goes to one recipient: an applicant, or somebody who is told of several. */
export interface ShownMail {
  readonly key: string;
  readonly applicationId: ApplicationId | null;
  readonly messages: readonly PlannedMessage[];
}

interface MailColumnProps {
  readonly language: Language;
  /** The mails in this language; never empty. */
  readonly mails: readonly ShownMail[];
  /** Whose mail is to be seen; somebody of another language means the first one. */
  readonly shown: string | null;
  readonly onShow: (key: string) => void;
  readonly onEdit: () => void;
  /** Shows what goes along with somebody's mail. */
  readonly onFile: (application: ApplicationId | null) => void;
  readonly titled?: boolean;
}

/** The mails of one language, one at a time: as it will be sent, or with the words tinted that came from the records. */
export function MailColumn({ language, mails, shown, onShow, onEdit, onFile, titled = false }: MailColumnProps) {
  const { t } = useTranslation();
  const [asSent, setAsSent] = useState(true);
  const asked = mails.findIndex(({ key }) => key === shown);
  const [kept, setKept] = useState(0);
  if (asked >= 0 && asked !== kept) setKept(asked); // looking at another column leaves this one where it was
  const at = asked >= 0 ? asked : Math.min(kept, mails.length - 1);
  const [part, setPart] = useState(0);
  const show = useShowPreview();
  const messages = mails[at]?.messages ?? [];
  const planned = messages[part] ?? messages[0];
  if (planned === undefined) return null;
  const { message, merged } = planned;
  const step = (by: number): void => {
    const next = mails[at + by];
    if (next !== undefined) onShow(next.key);
  };
  return (
    <section className={classes['column']} aria-label={t(LANGUAGE_WORDS[language])}>
      <header className={classes['head']}>
        {titled ? (
          <h3>
            {t(LANGUAGE_WORDS[language])} <span>{t('progress.people', { count: mails.length })}</span>
          </h3>
        ) : null}
        {mails.length === 1 && titled ? null : (
          <MailStepper
            name={firstName(message.to.name || message.to.address)}
            at={at}
            count={mails.length}
            onStep={step}
          />
        )}
        <Button
          variant="subtle"
          size="xs"
          className={classes['toggle'] ?? ''}
          title={t('progress.filledIn')}
          aria-label={t('progress.filledIn')}
          aria-pressed={!asSent}
          leftSection={<IconBraces {...tagIcon} />}
          onClick={() => {
            setAsSent(!asSent);
          }}
        >
          {t('progress.filledIn')}
        </Button>
        <ActionIcon
          className={classes['edit'] ?? ''}
          size={28}
          aria-label={t('common.edit')}
          title={t('common.edit')}
          onClick={onEdit}
        >
          <IconPencil {...icon} />
        </ActionIcon>
      </header>
      {messages.length > 1 ? <MailParts messages={messages} shown={planned.id} onShow={setPart} /> : null}
      <MailFields
        message={message}
        onFile={() => {
          onFile(mails[at]?.applicationId ?? null);
        }}
      />
      {asSent ? (
        <MailPage
          html={message.html}
          title={t('progress.mailTo', { name: message.to.name || message.to.address })}
          show={show}
        />
      ) : (
        <MergedText text={message.text} merged={merged} language={language} />
      )}
      <footer className={classes['foot']}>
        {asSent ? <IconMailCheck {...icon} /> : <IconBraces {...icon} />}
        <p>{t(asSent ? 'progress.asSentNote' : 'progress.filledInNote')}</p>
      </footer>
    </section>
  );
}

interface MailPartsProps {
  readonly messages: readonly PlannedMessage[];
  readonly shown: string;
  readonly onShow: (part: number) => void;
}

/** Whoever gets more than one mail: the rejection, and what calls an interview off (C34). */
function MailParts({ messages, shown, onShow }: MailPartsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['parts']}>
      <Segmented
        label={t('progress.mailParts')}
        hideLabel
        value={shown}
        options={messages.map(({ id, message: { purpose, subject } }) => ({
          value: id,
          label:
            purpose === 'rejection'
              ? t('progress.actions.reject.name')
              : purpose === 'interview-cancellation' && messages.length === 2
                ? t('templates.names.interview-cancelled')
                : subject,
        }))}
        onChange={(value) => {
          onShow(messages.findIndex(({ id }) => id === value));
        }}
      />
    </div>
  );
}

interface MailFieldsProps {
  readonly message: Message;
  readonly onFile: () => void;
}

function MailFields({ message, onFile }: MailFieldsProps) {
  const { t } = useTranslation();
  return (
    <dl className={classes['fields']}>
      <div>
        <dt>{t('progress.from')}</dt>
        <dd>{message.from.address}</dd>
      </div>
      <div>
        <dt>{t('progress.recipient')}</dt>
        <dd>{message.to.address}</dd>
      </div>
      <div>
        <dt>{t('progress.subject')}</dt>
        <dd lang={message.language}>
          <b>{message.subject}</b>
        </dd>
      </div>
      {message.attachments.map(({ fileId, name }) => (
        <div key={fileId}>
          <dt>{t('progress.attachment')}</dt>
          <dd>
            <button type="button" className={classes['file']} onClick={onFile}>
              <IconFileTypePdf {...tagIcon} />
              {name}
            </button>
          </dd>
        </div>
      ))}
      {message.calendar === null ? null : (
        <div>
          <dt>{t('progress.attachment')}</dt>
          <dd className={classes['calendar']}>
            <IconCalendarEvent {...tagIcon} />
            {CALENDAR_FILE_NAME}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Enough to know whose mail it is: the whole name stands among the recipients. */
function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
