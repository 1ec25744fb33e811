import { ActionIcon, Button } from '@mantine/core';
import { IconBraces, IconMailCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedLetter, PlannedMessage } from '../../../shared/domain/progress-action.js';
import { hasLater } from '../../../shared/domain/put-in-later.js';
import type { Message } from '../../../shared/records/message.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { ApplicationId, FileId, Language } from '../../../shared/records/primitives.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MailPage } from '../../ui/mail-page.js';
import { Segmented } from '../../ui/segmented.js';
import { SmsText } from '../../ui/sms-text.js';
import classes from './mail-column.module.css';
import { MailFields } from './mail-fields.js';
import { MailStepper } from './mail-stepper.js';
import { MergedText } from './merged-text.js';

/** What goes to one recipient: an applicant, or somebody who is told of several. */
export interface ShownMail {
  readonly key: string;
  readonly applicationId: ApplicationId | null;
  readonly messages: readonly PlannedMessage[];
  readonly letter?: PlannedLetter;
}

export interface MailColumnProps {
  readonly language: Language;
  /** The mails in this language; never empty. */
  readonly mails: readonly ShownMail[];
  /** Whose mail is to be seen; somebody of another language means the first one. */
  readonly shown: string | null;
  readonly onShow: (key: string) => void;
  /** Absent where it is being edited beside it. */
  readonly onEdit?: (purpose?: Message['purpose']) => void;
  /** Shows a file that goes along with somebody's mail; absent where there is no room for it. */
  readonly onFile?: (application: ApplicationId, file: FileId) => void;
  readonly titled?: boolean;
  /** Whom the mails are about, where that is not whom they go to. */
  readonly subjectOf?: (application: ApplicationId) => string;
  /** Why no file goes along; null where that needs no word. */
  readonly noFiles?: MessageKey | null;
}

/** The mails of one language, one at a time: as it will be sent, or with the words tinted that came from the records. */
export function MailColumn(props: MailColumnProps) {
  const { language, mails, shown, onShow, onEdit, onFile, titled = false, subjectOf, noFiles = null } = props;
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
  const application = mails[at]?.applicationId;
  if (planned === undefined || application === undefined) return null;
  const { message, merged } = planned;
  const aboutWhom = application === null ? undefined : subjectOf?.(application);
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
            name={aboutWhom ?? firstName(message.to.name || message.to.address)}
            at={at}
            count={mails.length}
            onStep={step}
          />
        )}
        <MailTools
          asSent={asSent}
          onAsSent={setAsSent}
          {...(onEdit === undefined
            ? {}
            : {
                onEdit: () => {
                  onEdit(message.purpose);
                },
              })}
        />
      </header>
      {messages.length > 1 ? <MailParts messages={messages} shown={planned.id} onShow={setPart} /> : null}
      <MailFields
        message={message}
        noFiles={noFiles}
        {...(onFile === undefined || application === null
          ? {}
          : {
              onFile: (file) => {
                onFile(application, file);
              },
            })}
      />
      {asSent ? (
        <AsSent message={message} show={show} />
      ) : (
        <MergedText text={message.text} merged={merged} language={language} />
      )}
      <footer className={classes['foot']}>
        {asSent ? <IconMailCheck {...icon} /> : <IconBraces {...icon} />}
        <p>{t(asSent ? asSentNote(message) : 'progress.filledInNote')}</p>
      </footer>
    </section>
  );
}

function asSentNote({ text }: Message) {
  return hasLater(text) ? 'progress.asSentLaterNote' : 'progress.asSentNote';
}

/** As the recipient sees it: a page, or the lines of an SMS. */
function AsSent({ message, show }: { readonly message: Message; readonly show: ReturnType<typeof useShowPreview> }) {
  const { t } = useTranslation();
  const { channel, html, text, language, to } = message;
  if (channel === 'email') {
    return <MailPage html={html} title={t('progress.mailTo', { name: to.name || to.address })} show={show} />;
  }
  return (
    <div className={classes['sms']}>
      <SmsText language={language} text={text} />
    </div>
  );
}

interface MailToolsProps {
  readonly asSent: boolean;
  readonly onAsSent: (asSent: boolean) => void;
  readonly onEdit?: () => void;
}

function MailTools({ asSent, onAsSent, onEdit }: MailToolsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        className={classes['toggle'] ?? ''}
        title={t('progress.filledIn')}
        aria-label={t('progress.filledIn')}
        aria-pressed={!asSent}
        leftSection={<IconBraces {...tagIcon} />}
        onClick={() => {
          onAsSent(!asSent);
        }}
      >
        {t('progress.filledIn')}
      </Button>
      {onEdit === undefined ? null : (
        <ActionIcon
          className={classes['edit'] ?? ''}
          size={28}
          aria-label={t('common.edit')}
          title={t('common.edit')}
          onClick={onEdit}
        >
          <IconPencil {...icon} />
        </ActionIcon>
      )}
    </>
  );
}

interface MailPartsProps {
  readonly messages: readonly PlannedMessage[];
  readonly shown: string;
  readonly onShow: (part: number) => void;
}

/** Whoever gets more than one: the invitation and its reminders, the rejection and what calls an interview off (C34). */
function MailParts({ messages, shown, onShow }: MailPartsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['parts']}>
      <Segmented
        label={t('progress.mailParts')}
        hideLabel
        value={shown}
        options={messages.map(({ id, message }) => ({ value: id, label: labelOf(message) }))}
        onChange={(value) => {
          onShow(messages.findIndex(({ id }) => id === value));
        }}
      />
    </div>
  );

  function labelOf({ channel, purpose, subject, to }: Message): string {
    if (purpose === 'reminder') return t(channel === 'sms' ? 'templates.smsPreview' : 'interview.reminder');
    if (purpose === 'invitation') return t('templates.invitation');
    if (purpose === 'rejection') return t('progress.actions.reject.name');
    if (purpose === 'forward') return to.name || to.address;
    if (purpose === 'interview-cancellation' && messages.length === 2) return t('templates.names.interview-cancelled');
    return subject;
  }
}

/** Enough to know whose mail it is: the whole name stands among the recipients. */
function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
