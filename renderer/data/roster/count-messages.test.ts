import { describe, expect, it } from 'vitest';
import { mayBecome, stateAt } from '../../../shared/domain/message-state.js';
import { MESSAGE_STATES } from '../../../shared/records/message.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import { countMessages, MESSAGE_GROUPS, messageGroup } from './count-messages.js';
import type { MessageRow } from './rows.js';

const row = (state: MessageRow['state'], reason: string | null = null): MessageRow => ({
  id: `${state}-${String(reason)}` as MessageId,
  personId: 'p' as MessageRow['personId'],
  channel: 'email',
  purpose: 'ad-hoc',
  interviewId: null,
  sequence: null,
  remindsOf: null,
  panelReviewId: null,
  replyTokenHash: null,
  applicationId: null,
  vacancyId: null,
  toName: 'Ebba Norrlander',
  toAddress: 'ebba@example.com',
  subject: 'Hello',
  language: 'sv',
  messageId: '<1@example.com>',
  queuedAt: 0,
  holdUntil: 30,
  deliverBy: 'aa',
  reassigned: false,
  state,
  reason,
  reply: null,
  retryAt: 60,
  attempt: 0,
  since: 0,
  again: false,
});

describe('the groups of the outbox', () => {
  it('hold every message once, whatever its state', () => {
    const rows = MESSAGE_STATES.map((state) => row(state));
    const counts = countMessages({ messages: new Map(rows.map((one) => [one.id, one])) });
    expect(counts).toEqual({ yours: 3, waiting: 3, sending: 1, 'not-delivered': 0, sent: 1, cancelled: 1 });
    expect(Object.keys(counts)).toEqual([...MESSAGE_GROUPS]);
  });

  it('give what is held for a reason to a person, and what is held for undo to time', () => {
    expect(messageGroup(row('held', 'mail/application-ended'))).toBe('yours');
    expect(messageGroup(row('held'))).toBe('waiting');
  });

  it('R76 keep what did not arrive apart from what was sent, and from what waits for a person', () => {
    for (const reason of ['sms/not-delivered', 'sms/expired', 'sms/undeliverable', 'sms/rejected'])
      expect(messageGroup(row('sent', reason))).toBe('not-delivered');
    for (const reason of [null, 'sms/delivered', 'sms/dry-run']) expect(messageGroup(row('sent', reason))).toBe('sent');
  });

  it('do not change by the passing of time alone', () => {
    for (const state of MESSAGE_STATES) {
      for (const reason of [null, 'mail/try-later']) {
        const before = row(state, reason);
        const later = stateAt(before, 1e6);
        expect(messageGroup({ state: later, reason })).toBe(messageGroup(before));
      }
    }
  });

  it('put before a person everything that no step but a person’s leads on from', () => {
    for (const state of MESSAGE_STATES) {
      const engineMovesIt = mayBecome(state, 'sending') && stateAt(row(state), 1e6) === 'due';
      expect(messageGroup(row(state)) === 'waiting').toBe(engineMovesIt);
    }
  });
});
