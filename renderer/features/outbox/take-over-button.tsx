import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting } from '../../../shared/domain/message-state.js';
import { CHANNEL_RIGHTS } from '../../../shared/domain/refuse-write.js';
import { mayHaveLeft } from '../../../shared/domain/take-over.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { AskAboutMessages } from './ask-about-messages.js';
import { takenOver } from './take-over.js';
import { useWhoSends } from './who-sends.js';

interface TakeOverButtonProps {
  readonly rows: readonly MessageRow[];
  /** With numbers, where several messages are meant at once. */
  readonly counted?: boolean;
}

/** C27: what waits for a sender of whom nothing is heard any more is sent from here instead, by whoever may send such messages. */
export function TakeOverButton({ rows, counted = false }: TakeOverButtonProps) {
  const { t } = useTranslation();
  const session = useSession();
  const rights = useRights();
  const { senderOf } = useWhoSends();
  const meant = rows.filter(
    ({ state, channel, deliverBy }) =>
      isWaiting(state) && senderOf(deliverBy) === 'gone' && rights.includes(CHANNEL_RIGHTS[channel]),
  );
  const [asked, setAsked] = useState<readonly MessageRow[]>([]);
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
  };
  const run = async (): Promise<void> => {
    close();
    const saved = await session.commit({ action: 'message-from-here', changes: () => takenOver(session, asked) });
    if (saved.ok) showToast({ text: t('outbox.takenOver', { count: asked.length }) });
    else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return (
    <>
      {meant.length === 0 ? null : (
        <Button
          variant="filled"
          onClick={() => {
            setAsked(meant);
            setAsking(true);
          }}
        >
          {t(counted ? 'outbox.takeOverMany' : 'outbox.takeOver', { count: meant.length })}
        </Button>
      )}
      <AskAboutMessages
        opened={asking}
        rows={asked}
        title={t('outbox.takeOverTitle')}
        text={t('outbox.takeOverText', { count: asked.length })}
        note={asked.some((row) => mayHaveLeft(row, session.now())) ? t('outbox.takeOverDue') : null}
        confirm={t('outbox.takeOver')}
        onClose={close}
        onConfirm={() => void run()}
      />
    </>
  );
}
