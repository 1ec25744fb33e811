import { useCallback } from 'react';
import type { ReminderOption } from '../../shared/records/interview-reminder.js';
import type { MessageChannel } from '../../shared/records/message.js';
import { useSync } from './use-sync.js';

/** How the server stands to messages: its name as a sender, on which channels it sends, and whether it has heard everything. */
export interface SendingServer {
  readonly device: string;
  readonly channels: readonly MessageChannel[];
  /** Something that was written here is not answered yet. */
  readonly isBehind: boolean;
}

/** Null without a server that sends, or ever sent. */
export function useSendingServer(): SendingServer | null {
  const { standing } = useSync();
  const sends = standing?.sends ?? null;
  return sends === null ? null : { ...sends, isBehind: (standing?.unsent ?? 0) > 0 };
}

const CHANNELS = {
  none: [],
  email: ['email'],
  sms: ['sms'],
  'sms-and-email': ['email', 'sms'],
} as const satisfies Record<ReminderOption, readonly MessageChannel[]>;

/** C27: answers whether the server takes all of a reminder over, so that this laptop need not be on. */
export function useTakenByServer(): (option: ReminderOption) => boolean {
  const channels = useSendingServer()?.channels.join(' ') ?? '';
  return useCallback(
    (option) => option !== 'none' && CHANNELS[option].every((channel) => channels.split(' ').includes(channel)),
    [channels],
  );
}
