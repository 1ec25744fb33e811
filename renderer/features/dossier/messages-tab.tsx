import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../data/dossier-repository.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import classes from './dossier.module.css';
import { MessageDialog } from './message-dialog.js';
import type { StoredMessage } from './shown.js';
import { useMessageState } from './use-message-state.js';

/** Everything written to this person, with where it stands; one click shows the mail exactly as it goes or went. */
export function MessagesTab({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string | null>(null);
  const message = dossier.messages.find(({ id }) => id === opened) ?? null;
  if (dossier.messages.length === 0) {
    return (
      <EmptyState icon={IconMail} title={t('dossier.messagesNone')}>
        {t('dossier.messagesNoneText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes['reading']}>
      <ul className={classes['rows']}>
        {dossier.messages.map((one) => (
          <MessageLine
            key={one.id}
            message={one}
            onOpen={() => {
              setOpened(one.id);
            }}
          />
        ))}
      </ul>
      {message === null ? null : (
        <MessageDialog
          message={message}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

function MessageLine({ message, onOpen }: { readonly message: StoredMessage; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { subject, queuedAt } = message.fields;
  const { state, words } = useMessageState(message);
  return (
    <li data-lines={words === '' ? undefined : 2}>
      <IconMail size={16} stroke={1.75} aria-hidden="true" />
      <button type="button" aria-label={t('dossier.openMessage', { subject })} onClick={onOpen}>
        <bdi>{subject}</bdi>
        {words === '' ? null : <small>{words}</small>}
      </button>
      <MessageStateLabel state={state} />
      <time>{formats.dateTime(queuedAt)}</time>
    </li>
  );
}
