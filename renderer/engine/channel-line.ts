import { AccountHealth } from '../../shared/delivery/account-health.js';
import type { DeliveryReason } from '../../shared/domain/delivery-reason.js';
import { foldDeliveries } from '../../shared/domain/message-state.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import type { MessageChannel } from '../../shared/records/message.js';
import type { HostClient } from '../data/host-client.js';
import type { StoredMessage } from '../data/message-repository.js';
import type { MessageRow } from '../data/roster/rows.js';

type Host = Pick<HostClient, 'call'>;
type Delivered = Promise<Result<DeliveryOutcome, HostErrorCode>>;
type KnownOutcomes = Promise<Result<{ outcomes: Record<string, DeliveryOutcome> }, HostErrorCode>>;

/** One way out, with the health of its own account: what is wrong with email keeps no SMS here. */
export interface ChannelLine {
  readonly health: AccountHealth;
  /** Both a code of the host and the reason of a message. */
  readonly noAccount: HostErrorCode & DeliveryReason;
  /** Whether what is handed over leaves this laptop only in appearance, which needs no network. */
  isRehearsal(host: Host): Promise<boolean>;
  handOver(host: Host, message: StoredMessage): Delivered;
  /** What the host's ledger knows of messages that were being sent. */
  lookUp(host: Host, messageIds: string[]): KnownOutcomes;
}

export function channelLines(): Readonly<Record<MessageChannel, ChannelLine>> {
  return {
    email: {
      health: new AccountHealth('mail/answers-missing'),
      noAccount: 'mail/no-account',
      isRehearsal: () => Promise.resolve(false),
      handOver: (host, { id, fields, events }) =>
        host.call('mail.deliver', { id, message: fields, again: isAgain({ fields, events }) }),
      lookUp: (host, messageIds) => host.call('mail.ledger', { messageIds }),
    },
    sms: {
      health: new AccountHealth('sms/answers-missing'),
      noAccount: 'sms/no-account',
      isRehearsal: async (host) => {
        const stored = await host.call('sms.account', null);
        return stored.ok && stored.value.account?.provider === 'dry-run';
      },
      handOver: (host, { fields, events }) => {
        const { messageId, to, text } = fields;
        return host.call('sms.deliver', { messageId, to: to.address, text, again: isAgain({ fields, events }) });
      },
      lookUp: (host, messageIds) => host.call('sms.ledger', { messageIds }),
    },
  };
}

/** Those of the channel whose turn it is: trouble with one ends its batch and no other's. */
export function oneChannel(due: readonly MessageRow[]): readonly MessageRow[] {
  return due.filter(({ channel }) => channel === due[0]?.channel);
}

/** A person decided about one that may have arrived. */
function isAgain({ fields, events }: Pick<StoredMessage, 'fields' | 'events'>): boolean {
  return foldDeliveries(fields.queuedAt, events).again;
}
