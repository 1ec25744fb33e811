import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNEL_RIGHTS } from '../../../shared/domain/refuse-write.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { mayCommand, MESSAGE_COMMANDS, type MessageCommand } from './message-commands.js';
import { SendAgainDialog } from './send-again-dialog.js';
import { useMessageCommands } from './use-message-commands.js';

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
  // R77: what waits in a channel is a matter of who may send by it.
  const own = rows.filter(({ channel }) => rights.includes(CHANNEL_RIGHTS[channel]));
  const [asking, setAsking] = useState(false);
  // Kept while the dialog closes, so that its words do not change under the eye.
  const [asked, setAsked] = useState<readonly MessageRow[]>([]);
  return (
    <>
      {MESSAGE_COMMANDS.map((command) => {
        const meant = own.filter((row) => mayCommand(command, row));
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
      <SendAgainDialog
        opened={asking}
        rows={asked}
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
