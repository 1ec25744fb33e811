import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting } from '../../../shared/domain/message-state.js';
import { CHANNEL_RIGHTS } from '../../../shared/domain/refuse-write.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { mayCommand, MESSAGE_COMMANDS, type MessageCommand } from './message-commands.js';
import { AskAboutMessages } from './ask-about-messages.js';
import { TakeOverButton } from './take-over-button.js';
import { useMessageCommands } from './use-message-commands.js';
import { useWhoSends } from './who-sends.js';

const WORDS = {
  retry: { one: 'outbox.retry', many: 'outbox.retryMany' },
  'send-again': { one: 'outbox.sendAgain', many: 'outbox.sendAgainMany' },
  arrived: { one: 'outbox.arrived', many: 'outbox.arrivedMany' },
  cancel: { one: 'outbox.cancel', many: 'outbox.cancelMany' },
} as const satisfies Record<MessageCommand, { one: MessageKey; many: MessageKey }>;

interface CommandButtonsProps {
  readonly rows: readonly MessageRow[];
  /** With numbers, where several messages are meant at once. */
  readonly counted?: boolean;
}

/** What can be decided about these messages; a command that means nothing for any of them is not there. */
export function CommandButtons({ rows, counted = false }: CommandButtonsProps) {
  const { t } = useTranslation();
  const run = useMessageCommands();
  const rights = useRights();
  const { senderOf } = useWhoSends();
  // R77: what waits in a channel is a matter of who may send by it.
  const own = rows.filter(({ channel }) => rights.includes(CHANNEL_RIGHTS[channel]));
  const [asking, setAsking] = useState(false);
  // Kept while the dialog closes, so that its words do not change under the eye.
  const [asked, setAsked] = useState<readonly MessageRow[]>([]);
  // Whether it has left nobody here knows: it is taken over first.
  const isOutOfReach = ({ state, deliverBy }: MessageRow): boolean =>
    isWaiting(state) && senderOf(deliverBy) === 'gone';
  return (
    <>
      <TakeOverButton rows={rows} counted={counted} />
      {MESSAGE_COMMANDS.map((command) => {
        const meant = own.filter((row) => mayCommand(command, row) && !(command === 'retry' && isOutOfReach(row)));
        if (meant.length === 0) return null;
        return (
          <Button
            key={command}
            variant={command === 'retry' ? 'filled' : 'default'}
            {...(command === 'cancel' ? { 'data-danger': true } : {})}
            onClick={() => {
              if (command === 'send-again') {
                setAsked(meant);
                setAsking(true);
              } else void run(command, meant);
            }}
          >
            {t(WORDS[command][counted ? 'many' : 'one'], { count: meant.length })}
          </Button>
        );
      })}
      <AskAboutMessages
        opened={asking}
        rows={asked}
        title={t('outbox.againTitle')}
        text={t('outbox.againText', { count: asked.length })}
        confirm={t('outbox.againDo')}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          setAsking(false);
          void run('send-again', asked);
        }}
      />
    </>
  );
}
