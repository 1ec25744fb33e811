import { IconMail, IconMailbox, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldLetter } from '../../../shared/domain/letter-state.js';
import type { Dossier } from '../../data/dossier-repository.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { LetterStateLabel } from '../../ui/letter-state-label.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import { messageTitle } from '../../ui/message-title.js';
import classes from './dossier.module.css';
import { LetterDialog } from './letter-dialog.js';
import { MessageDialog } from './message-dialog.js';
import type { StoredLetter, StoredMessage } from './shown.js';
import { useMessageState } from './use-message-state.js';

/** Everything written to this person, with where it stands; one click shows the message exactly as it goes or went. */
export function MessagesTab({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string | null>(null);
  const message = dossier.messages.find(({ id }) => id === opened) ?? null;
  const letter = dossier.letters.find(({ id }) => id === opened) ?? null;
  const { messages, letters } = dossier;
  if (messages.length + letters.length === 0) {
    return (
      <EmptyState icon={IconMail} title={t('dossier.messagesNone')}>
        {t('dossier.messagesNoneText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes['reading']}>
      <ul className={classes['rows']}>
        {inOrder(dossier).map(({ message: one, letter: other }) =>
          one === undefined ? (
            <LetterLine
              key={other.id}
              letter={other}
              onOpen={() => {
                setOpened(other.id);
              }}
            />
          ) : (
            <MessageLine
              key={one.id}
              message={one}
              onOpen={() => {
                setOpened(one.id);
              }}
            />
          ),
        )}
      </ul>
      {message === null ? null : (
        <MessageDialog
          message={message}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      {letter === null ? null : (
        <LetterDialog
          letter={letter}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

type Line =
  | { readonly message: StoredMessage; readonly letter?: never }
  | { readonly message?: never; readonly letter: StoredLetter };

/** Mails and letters, the newest first. */
function inOrder({ messages, letters }: Dossier): readonly Line[] {
  const lines: readonly { readonly at: number; readonly line: Line }[] = [
    ...messages.map((message) => ({ at: message.fields.queuedAt, line: { message } })),
    ...letters.map((letter) => ({ at: letter.fields.writtenAt, line: { letter } })),
  ];
  return [...lines].sort((a, b) => b.at - a.at).map(({ line }) => line);
}

function LetterLine({ letter, onOpen }: { readonly letter: StoredLetter; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { document, writtenAt } = letter.fields;
  const { subject } = document;
  return (
    <li>
      <IconMailbox size={16} stroke={1.75} aria-hidden="true" />
      <button type="button" aria-label={t('dossier.openLetter', { subject })} onClick={onOpen}>
        <bdi>{subject}</bdi>
      </button>
      <LetterStateLabel state={foldLetter(writtenAt, letter.events).state} />
      <time>{formats.dateTime(writtenAt)}</time>
    </li>
  );
}

function MessageLine({ message, onOpen }: { readonly message: StoredMessage; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { channel, queuedAt } = message.fields;
  const subject = messageTitle(t, message.fields);
  const Glyph = channel === 'sms' ? IconMessage : IconMail;
  const { state, words } = useMessageState(message);
  return (
    <li data-lines={words === '' ? undefined : 2}>
      <Glyph size={16} stroke={1.75} aria-hidden="true" />
      <button type="button" aria-label={t('dossier.openMessage', { subject })} onClick={onOpen}>
        <bdi>{subject}</bdi>
        {words === '' ? null : <small>{words}</small>}
      </button>
      <MessageStateLabel state={state} />
      <time>{formats.dateTime(queuedAt)}</time>
    </li>
  );
}
