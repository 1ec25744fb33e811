import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { deliveryEvent, foldDeliveries } from '../../../shared/domain/message-state.js';
import { MESSAGE_STATES, MessageEvent, type MessageState } from '../../../shared/records/message.js';
import type { MessageId, PersonId } from '../../../shared/records/primitives.js';
import { NO_ACCOUNT, type DeliveryStatus } from '../../data/delivery-status.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { createFormats } from '../../ui/formats.js';
import { keyInList } from '../../ui/list-presses.js';
import type { SendingServer } from '../../data/use-sending-server.js';
import { explainMessage } from './explain-message.js';
import type { WhoSends } from './who-sends.js';
import { changeList, START, type ListAction } from './list-state.js';
import { commandChanges, mayCommand, MESSAGE_COMMANDS } from './message-commands.js';
import { lineOf, messagesOf, outboxItems } from './outbox-items.js';

let made = 0;

function row(state: MessageState, fields: Partial<MessageRow> = {}): MessageRow {
  made += 1;
  return {
    id: `m${made.toString()}` as MessageId,
    personId: 'p' as PersonId,
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
    subject: 'Thank you',
    language: 'sv',
    messageId: '<1@example.com>',
    queuedAt: 0,
    holdUntil: 0,
    deliverBy: 'aa',
    reassigned: false,
    state,
    reason: null,
    reply: null,
    retryAt: null,
    attempt: 1,
    since: 0,
    again: false,
    ...fields,
  };
}

describe('the lines of the outbox', () => {
  const rows = [
    row('sent', { since: 5 }),
    row('sent', { since: 7, channel: 'sms', subject: '', reason: 'sms/expired' }),
    row('failed', { toName: 'Søren Bech', toAddress: 'soren@example.com' }),
    row('held', { holdUntil: 90 }),
    row('deferred', { holdUntil: 10, retryAt: 20 }),
    row('sent', { since: 9, subject: 'See you at the stand' }),
  ];
  const all = { group: null, text: '' };

  it('stand under the heads of their groups, the person’s own first, the next to leave before the later', () => {
    const [sent, expired, failed, held, deferred, later] = rows.map(({ id }) => id);
    const items = outboxItems(rows, all);
    expect(
      items.map((item) => (item.kind === 'group' ? `${item.group} ${item.count.toString()}` : item.row.id)),
    ).toEqual(['yours 1', failed, 'waiting 2', deferred, held, 'not-delivered 1', expired, 'sent 2', later, sent]);
    expect(lineOf(items, held!)).toBe(4);
    expect(lineOf(items, null)).toBe(-1);
  });

  it('are found by name, address and subject, in any order and without diacritics', () => {
    const found = (text: string) => messagesOf(outboxItems(rows, { group: null, text })).length;
    expect(found('soren')).toBe(1);
    expect(found('stand EBBA')).toBe(1);
    expect(found('stand søren')).toBe(0);
    expect(found('  ')).toBe(6);
    expect(messagesOf(outboxItems(rows, { group: 'sent', text: '' }))).toHaveLength(2);
  });
});

describe('what is said of a message', () => {
  const { t } = createTranslator('en');
  const formats = createFormats('en', 'Europe/Oslo');
  const said = (
    of: MessageRow,
    status: DeliveryStatus = { kind: 'idle' },
    declined = false,
    server: SendingServer | null = null,
    who: Partial<WhoSends> = {},
  ) =>
    explainMessage(of, {
      ...{ t, formats, now: 100, status, smsStatus: { kind: 'idle' }, declined, server },
      who: { senderOf: () => 'here', isBehind: false, isRevoked: false, ...who },
    });
  const refused: DeliveryStatus = { kind: 'paused', reason: 'mail/login-refused', reply: '535' };

  it('names the account where the account is the obstacle, and the network where it is that', () => {
    const words = 'Leaves when the email account works';
    expect(said(row('due'), refused)).toEqual({ state: 'waiting-account', words });
    expect(said(row('due'), NO_ACCOUNT)).toEqual({ state: 'waiting-account', words });
    expect(said(row('due'), { kind: 'no-network' }).state).toBe('waiting');
    expect(said(row('due'), { kind: 'idle' })).toEqual({ state: 'due', words: 'Leaves next' });
  });

  it('C27 names who sends it where that is the server, whatever keeps messages on this laptop', () => {
    const server = { device: 'ss', channels: ['email'], isBehind: false } as const;
    const there = { purpose: 'reminder', deliverBy: 'ss' } as const;
    const explained = (of: MessageRow, more: Partial<WhoSends> = {}, sends: Partial<SendingServer> = {}) =>
      said(of, NO_ACCOUNT, false, { ...server, ...sends }, { senderOf: () => 'server', ...more });
    expect(explained(row('held', { ...there, holdUntil: 9_000_000 })).words).toContain('The server sends it');
    expect(explained(row('due', there))).toEqual({ state: 'elsewhere', words: 'The server sends it' });
    expect(explained(row('due', there), { isBehind: true }).words).toContain('no contact at the moment');
    expect(explained(row('due', there), {}, { channels: ['sms'] }).words).toContain('no email account is set up there');
    expect(explained(row('held', { ...there, holdUntil: -3_600_000 }))).toMatchObject({
      state: 'waiting-server',
      words: expect.stringContaining('Waits at the server since') as string,
    });
    const back = row('due', { purpose: 'reminder', reassigned: true });
    expect(said(back, NO_ACCOUNT, false, server, { isBehind: true }).words).toBe(
      'Leaves once the server has agreed that this laptop sends it',
    );
    expect(said(back, NO_ACCOUNT, false, server).words).toBe('Leaves when the email account works');
  });

  it('C27 never says that it leaves from here where another laptop sends it, or nobody of whom anything is heard', () => {
    const of = (sender: 'elsewhere' | 'gone') => ({ senderOf: () => sender });
    const later = row('held', { purpose: 'reminder', holdUntil: 9_000_000 });
    const explained = (message: MessageRow, sender: 'elsewhere' | 'gone') =>
      said(message, { kind: 'idle' }, false, null, of(sender));
    expect(explained(row('due'), 'elsewhere')).toEqual({ state: 'elsewhere', words: 'Another laptop sends it' });
    expect(explained(later, 'elsewhere').words).toContain('Another laptop sends it');
    expect(explained(later, 'gone')).toMatchObject({ state: 'out-of-reach' });
    expect(explained(later, 'gone').words).toMatch(/^Leaves .* only if its laptop or server still works/);
    for (const state of ['due', 'sending', 'deferred'] as const)
      expect(explained(row(state), 'gone').words).toContain('May have left');
    expect(explained(row('uncertain'), 'gone').state).toBe('uncertain');
  });

  it('says of a laptop that was revoked that nothing leaves it, and why it is not known whether something has', () => {
    const here = (of: MessageRow) => said(of, { kind: 'idle' }, false, null, { isRevoked: true }).words;
    expect(here(row('due'))).toContain('Nothing leaves a laptop that was revoked');
    expect(said(row('uncertain', { reason: 'mail/sender-gone' })).words).toContain('nothing is heard here any more');
    expect(said(row('uncertain')).words).toContain('did not confirm it');
  });

  it.each([
    [null, 'sent', ''],
    ['sms/dry-run', 'rehearsed', 'This was a rehearsal'],
    ['sms/delivered', 'delivered', 'The phone has it'],
    ['sms/not-delivered', 'not-delivered', 'The SMS did not reach the phone'],
    ['sms/expired', 'not-delivered', 'could not be reached for so long'],
    ['sms/undeliverable', 'not-delivered', 'No SMS can be delivered to this number'],
    ['sms/rejected', 'not-delivered', 'turned the SMS away'],
  ])('R76 of an SMS with %s: %s, and why', (reason, state, words) => {
    const explained = said(row('sent', { channel: 'sms', reason }));
    expect(explained.state).toBe(state);
    expect(explained.words).toContain(words);
  });

  it('C27 that an SMS did not arrive says more than that it was late', () => {
    const late = { channel: 'sms', purpose: 'reminder', holdUntil: 0, since: 3_600_000 } as const;
    expect(said(row('sent', { ...late, reason: 'sms/delivered' })).words).toContain('Late: it was due');
    expect(said(row('sent', { ...late, reason: 'sms/expired' })).words).toContain('did not arrive');
  });

  it('R88 a reminder of what was declined says that it will not leave', () => {
    const held = row('held', { purpose: 'reminder', holdUntil: 9_000_000 });
    expect(said(held).state).toBe('scheduled');
    expect(said(held).words).toContain('Reminder, leaves');
    const declined = { state: 'declined', words: 'The answer is Not accepted' };
    expect(said(held, { kind: 'idle' }, true)).toEqual(declined);
    expect(said(row('due', { purpose: 'reminder' }), NO_ACCOUNT, true)).toEqual(declined);
    expect(said(row('sent', { purpose: 'reminder' }), { kind: 'idle' }, true).state).toBe('sent');
    expect(said(row('held', { holdUntil: 9_000_000 }), { kind: 'idle' }, true).state).toBe('held');
  });

  it('C34 what is held for a reason waits for a decision and says why, and not that it can still be undone', () => {
    const explained = said(row('held', { reason: 'mail/status-changed', holdUntil: 60_000 }));
    expect(explained.state).toBe('held-for-you');
    expect(explained.words).toContain('status changed after you wrote this');
    expect(said(row('held', { reason: 'mail/needs-server' })).state).toBe('waiting-server');
  });

  it('promises no time at which nothing can leave', () => {
    const held = row('held', { holdUntil: 60_000 });
    expect(said(held, { kind: 'idle' })).toEqual({ state: 'held', words: 'Leaves at 01:01' });
    expect(said(held, NO_ACCOUNT)).toEqual({ state: 'held', words: 'Leaves when the email account works' });
    const later = { kind: 'backing-off', reason: 'mail/server-busy', reply: '', until: 120_000 } as const;
    expect(said(row('due'), later)).toEqual({ state: 'deferred', words: 'Next attempt 01:02' });
  });
});

describe('what is ticked', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as MessageId[];
  const after = (...actions: readonly ListAction[]) => actions.reduce(changeList, START);
  const [a, b, , d] = ids as [MessageId, MessageId, MessageId, MessageId];

  it('grows by a range from where the last tick was, upwards too', () => {
    const down = after({ type: 'toggle', id: b }, { type: 'extend-to', id: d, ids });
    expect([...down.ticked]).toEqual(['b', 'c', 'd']);
    expect([...changeList(down, { type: 'extend-to', id: a, ids }).ticked].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes when the filter changes: nothing unseen is ever meant', () => {
    const ticked = after({ type: 'tick-all', ids });
    expect(changeList(ticked, { type: 'filter', filter: { text: 'x' } }).ticked.size).toBe(0);
  });

  it('follows the keyboard and stops at both ends', () => {
    const place = (key: string, shiftKey = false, cursor: MessageId | null = a) =>
      keyInList({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false }, { ids, cursor, page: 2 })!;
    expect(after(place('ArrowUp')).cursor).toBe('a');
    expect(after(place('End')).cursor).toBe('e');
    expect(after(place('ArrowDown'), place('PageDown')).cursor).toBe('c');
    expect(after(place('Home'), place('End')).cursor).toBe('e');
    expect([...after(place('ArrowDown'), place('ArrowDown', true)).ticked]).toEqual(['a', 'b']);
    expect(after(place(' '), place(' ')).ticked.size).toBe(0);
    expect(after(place('Enter'))).toMatchObject({ opened: true, cursor: 'a' });
    expect(place('Enter', false, null)).toBeNull();
    expect(place('x')).toBeNull();
  });
});

describe('what a person can decide', () => {
  const context = { now: 100, by: null, newId: () => 'e1' };

  it('is there for a message exactly where the state machine allows it', () => {
    const offered = Object.fromEntries(
      MESSAGE_STATES.map((state) => [state, MESSAGE_COMMANDS.filter((command) => mayCommand(command, row(state)))]),
    );
    expect(offered).toEqual({
      held: ['cancel'],
      due: ['cancel'],
      sending: [],
      sent: [],
      deferred: ['retry', 'cancel'],
      failed: ['retry', 'cancel'],
      uncertain: ['send-again', 'arrived'],
      refused: ['retry', 'cancel'],
      cancelled: [],
    });
    expect(mayCommand('retry', row('held', { reason: 'mail/application-ended' }))).toBe(true);
    for (const reason of ['mail/interview-moved', 'mail/interview-cancelled']) {
      expect(mayCommand('retry', row('refused', { reason }))).toBe(false); // it would be refused each time
    }
  });

  it('C17: is no second sending of a mail with a password that may have arrived: it would bring another one', () => {
    const login = row('uncertain', { purpose: 'credentials' });
    expect(MESSAGE_COMMANDS.filter((command) => mayCommand(command, login))).toEqual(['arrived']);
  });

  it('becomes one event for each message it means anything for, in that message’s dossier', () => {
    const failed = row('failed');
    const changes = commandChanges('retry', [failed, row('sent')], context);
    expect(changes).toMatchObject([
      { kind: 'event', id: failed.id, dossier: 'p', event: { state: 'due', attempt: 1 } },
    ]);
  });

  it('sends what may have arrived only with the word that a person decided so', () => {
    const happened = (id: string, state: MessageState) =>
      deliveryEvent({ id: id.padStart(32, '0'), at: 1, by: null, state });
    const again = { ...context, newId: () => 'e1'.padStart(32, '0') };
    const [change] = commandChanges('send-again', [row('uncertain')], again);
    const decided = MessageEvent.parse(change?.kind === 'event' ? change.event : null);
    const events = [happened('a', 'sending'), happened('b', 'uncertain'), decided];
    expect(foldDeliveries(0, events)).toMatchObject({ state: 'due', again: true });
  });
});
