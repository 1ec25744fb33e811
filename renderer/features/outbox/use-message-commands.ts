import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { commandChanges, type MessageCommand } from './message-commands.js';
import { sentFromHere } from './take-over.js';
import { useWhoSends } from './who-sends.js';

const DONE = {
  retry: 'outbox.retried',
  'send-again': 'outbox.retried',
  arrived: 'outbox.markedArrived',
  cancel: 'outbox.cancelled',
} as const satisfies Record<MessageCommand, MessageKey>;

export type RunCommand = (command: MessageCommand, rows: readonly MessageRow[]) => Promise<void>;

/** Commits what a person decided about messages, and says what it did. */
export function useMessageCommands(): RunCommand {
  const { t } = useTranslation();
  const session = useSession();
  const { senderOf } = useWhoSends();
  return async (command, rows) => {
    const by = session.preferences.current().recruiterId as RecruiterId | null;
    const context = { now: session.now(), by, newId: () => session.newId() };
    const decided = commandChanges(command, rows, context);
    if (decided.length === 0) return; // the state moved on between the look and the click
    // Whoever was to send it is gone: then this laptop does.
    const sends = command === 'retry' || command === 'send-again';
    const orphans = sends ? rows.filter(({ deliverBy }) => senderOf(deliverBy) === 'gone') : [];
    const changes = async () => [...decided, ...(await sentFromHere(session, orphans))];
    const saved = await session.commit({ action: `message-${command}`, changes });
    if (!saved.ok) {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    // What may leave at once is not offered back: an undo after it has left would show it as never sent.
    const canUndo = command === 'cancel' || command === 'arrived';
    const undo = canUndo ? { undo: () => session.undo(saved.value) } : {};
    showToast({ text: t(DONE[command], { count: decided.length }), ...undo });
  };
}
