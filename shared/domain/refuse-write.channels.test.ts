import { describe, expect, it } from 'vitest';
import type { Change } from '../changes/change-set.js';
import type { Json } from '../lib/json.js';
import type { MessageChannel } from '../records/message.js';
import { RIGHTS, type Right } from '../records/recruiter.js';
import { refuseWrite, type Write } from './refuse-write.js';
import type { KnownRecruiter } from './rights.js';

const EVA = 'e'.repeat(32);
const ADMINISTRATOR: KnownRecruiter = { rights: [...RIGHTS], departments: [], active: true };

/** The channel of each message that is there. */
const CHANNELS: ReadonlyMap<string, MessageChannel> = new Map([
  ['4'.repeat(32), 'email'],
  ['5'.repeat(32), 'sms'],
]);

/** What Eva is told, who has these rights beside an administrator. */
function refusal(write: Omit<Write, 'by'>, rights: readonly Right[], active = true) {
  const recruiters = new Map([
    [EVA, { rights: [...rights], departments: [], active }],
    ['f'.repeat(32), ADMINISTRATOR],
  ]);
  const channelOf = (id: string) => CHANNELS.get(id) ?? null;
  return refuseWrite(
    { ...write, by: EVA },
    { recruiters, departmentOf: () => null, channelOf, departmentOfTemplate: () => '' },
  );
}

function setOf(table: string, id: string, field: string, value: Json): Change {
  return { kind: 'set', table, id, dossier: null, field, value, before: null, replaces: [] };
}

function interview(type: string): Change {
  return { kind: 'create', table: 'interview', id: 'a'.repeat(32), dossier: null, fields: { type } };
}

describe('what may be written by which channel', () => {
  it('R77, R103 files no SMS without the right for it, whatever the screen offered', () => {
    const interviewId = 'a'.repeat(32);
    const sms: Change = {
      kind: 'create',
      table: 'message',
      id: '3'.repeat(32),
      dossier: null,
      fields: { channel: 'sms', purpose: 'reminder', interviewId },
    };
    const mail: Change = { ...sms, fields: { ...sms.fields, channel: 'email' } };
    const invite = (rights: readonly Right[], ...messages: Change[]) =>
      refusal({ action: 'invite-to-interview', changes: [interview('first'), ...messages] }, rights);
    expect(invite(['invite-first-second'], mail)).toBeNull();
    expect(invite(['invite-first-second'], mail, sms)).toBe('right/missing');
    expect(invite(['invite-first-second', 'send-sms'], mail, sms)).toBeNull();
  });

  it.each(['message-retry', 'message-send-again', 'message-arrived', 'message-cancel'] as const)(
    'R77, R103 %s needs the right of the channel that the message has',
    (action) => {
      const event = { id: '6'.repeat(32), type: 'delivery' };
      const about = (id: string): Change => ({ kind: 'event', table: 'message', id, dossier: null, event });
      const [mail, sms] = [about('4'.repeat(32)), about('5'.repeat(32))];
      const decide = (rights: readonly Right[], ...changes: Change[]) => refusal({ action, changes }, rights);
      expect(decide(['send-email'], mail)).toBeNull();
      expect(decide(['send-sms'], sms)).toBeNull();
      expect(decide(['send-email'], sms)).toBe('right/missing');
      expect(decide(['send-sms'], mail)).toBe('right/missing');
      expect(decide(['send-sms'], mail, sms)).toBe('right/missing');
      expect(decide(['send-sms', 'send-email'], mail, sms)).toBeNull();
      expect(refusal({ action, changes: [sms] }, ['send-sms'], false)).toBe('right/not-working-here');
    },
  );

  it('C5, R77 a reminder follows its interview, whoever moves it; another one may not hide behind the move', () => {
    const moved = setOf('interview', 'a'.repeat(32), 'sequence', 1);
    const smsOf = (interviewId: string): Change => ({
      kind: 'create',
      table: 'message',
      id: '3'.repeat(32),
      dossier: null,
      fields: { channel: 'sms', purpose: 'reminder', interviewId },
    });
    const move = (...changes: Change[]) => refusal({ action: 'move-interview', changes }, ['invite-initial']);
    expect(move(moved, smsOf('a'.repeat(32)))).toBeNull();
    expect(move(moved, smsOf('b'.repeat(32)))).toBe('right/missing');
    expect(move(smsOf('a'.repeat(32)))).toBe('right/missing');
    const zone = setOf('organisation', 'a'.repeat(32), 'zone', 'Europe/London');
    const edit = (...changes: Change[]) => refusal({ action: 'edit-organisation', changes }, ['administer']);
    expect(edit(zone, smsOf('b'.repeat(32)))).toBeNull();
    expect(edit(smsOf('b'.repeat(32)))).toBe('right/missing');
  });
});
