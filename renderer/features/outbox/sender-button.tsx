import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CHANNEL_RIGHTS } from '../../../shared/domain/refuse-write.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useSendingServer, type SendingServer } from '../../data/use-sending-server.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { sentFromHere } from './take-over.js';

type Way = 'from-here' | 'from-server';

const WORDS = {
  'from-here': { label: 'outbox.fromHere', done: 'outbox.fromHereDone' },
  'from-server': { label: 'outbox.fromServer', done: 'outbox.fromServerDone' },
} as const satisfies Record<Way, { label: MessageKey; done: MessageKey }>;

/** C27: a message that waits for its time is taken back from the server, or left to it, by whoever may send such messages. */
export function SenderButton({ row }: { readonly row: MessageRow }) {
  const { t } = useTranslation();
  const session = useSession();
  const server = useSendingServer();
  const rights = useRights();
  const way = server === null ? null : wayOf(row, server, session.device);
  if (server === null || way === null || !rights.includes(CHANNEL_RIGHTS[row.channel])) return null;
  const run = async (): Promise<void> => {
    const deliverBy = way === 'from-here' ? session.device : server.device;
    const changes = () => sentFromHere({ ...session, device: deliverBy }, [row]);
    const saved = await session.commit({ action: `message-${way}`, changes });
    if (saved.ok) showToast({ text: t(WORDS[way].done) });
    else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return <Button onClick={() => void run()}>{t(WORDS[way].label)}</Button>;
}

function wayOf(row: MessageRow, { device, channels }: SendingServer, own: string): Way | null {
  const { state, reason, deliverBy, channel, reassigned } = row;
  if (deliverBy === device) return state === 'held' || state === 'due' || state === 'deferred' ? 'from-here' : null;
  const isLeft = deliverBy === own && reassigned && state === 'held' && reason === null;
  return isLeft && channels.includes(channel) ? 'from-server' : null;
}
