import { describe, expect, it } from 'vitest';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { answerEvent } from '../../../shared/testing/meeting-builders.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { Dossier } from '../../data/dossier-repository.js';
import { listActivities } from './activities.js';

const APPLICATION = testId<ApplicationId>(20);
const common = { by: testId<never>(2) };

function application(id: number, events: Dossier['applications'][number]['events']): Dossier['applications'][number] {
  const fields = {
    personId: testId<never>(1),
    vacancyId: testId<never>(30),
    receivedAt: 11,
    text: '',
    answers: {},
    demo: false,
  };
  return { id: testId(id), fields, events };
}

function message(id: number, of: ApplicationId | null, states: readonly string[]): Dossier['messages'][number] {
  const address = { name: '', address: 'a@example.com' };
  return {
    id: testId(id),
    fields: {
      channel: 'email',
      purpose: 'ad-hoc',
      interviewId: null,
      panelReviewId: null,
      calendar: null,
      replyTokenHash: null,
      written: null,
      reminder: null,
      attachments: [],
      personId: testId(1),
      applicationId: of,
      vacancyId: null,
      language: 'sv',
      from: address,
      to: address,
      subject: `mail ${id}`,
      text: '',
      html: '',
      messageId: '<1@example.com>',
      queuedAt: 50,
      holdUntil: 50,
      deliverBy: 'aa',
    },
    events: states.map((state, n) =>
      deliveryEvent({ id: testId(id * 100 + n), at: 60 + n, by: null, state: state as 'sent' }),
    ),
  };
}

const dossier: Dossier = {
  person: {
    id: testId(1),
    fields: {
      kind: 'candidate',
      givenName: 'Ebba',
      familyName: 'Norrlander',
      email: '',
      phone: '',
      language: 'sv',
      school: '',
      city: '',
      source: { fairId: null },
      capturedAt: 10,
      demo: false,
    },
    events: [{ id: testId(41), type: 'note', at: 12, ...common, text: 'on the person' }],
  },
  applications: [
    application(20, [
      {
        id: testId(42),
        type: 'status',
        at: 30,
        ...common,
        to: 'invited',
        interviewType: null,
        rejection: null,
        otherVacancyId: null,
      },
    ]),
    application(21, [{ id: testId(43), type: 'note', at: 31, ...common, text: 'of another application' }]),
  ],
  documents: [],
  merged: [],
  interviews: [],
  letters: [],
  messages: [
    message(60, APPLICATION, ['sending', 'sent']),
    message(61, testId<ApplicationId>(21), ['sending', 'sent']),
    message(62, null, ['due', 'sending', 'deferred', 'sending', 'failed']),
  ],
};
const told = (id: ApplicationId | null) =>
  listActivities(dossier, id).map((one) => `${one.at} ${one.kind}${'state' in one ? ` ${one.state}` : ''}`);

describe('listActivities', () => {
  it('tells what happened in this application and to the person, newest first', () => {
    expect(told(APPLICATION)).toEqual([
      '64 delivery failed',
      '62 delivery deferred',
      '61 delivery sent',
      '50 queued',
      '50 queued',
      '30 status',
      '12 note',
      '11 applied',
      '10 captured',
    ]);
  });

  it('R57, T2 tells a rejection with its stage and reason, and an invitation with its interview', () => {
    const rejected = { stage: 'second', reasonId: testId(9) } as const;
    const events = [
      {
        id: testId(42),
        type: 'status',
        at: 30,
        ...common,
        to: 'invited',
        interviewType: 'second',
        rejection: null,
        otherVacancyId: null,
      },
      {
        id: testId(44),
        type: 'status',
        at: 31,
        ...common,
        to: 'rejected',
        interviewType: null,
        rejection: rejected,
        otherVacancyId: null,
      },
    ] as const;
    const told = listActivities({ ...dossier, applications: [application(20, [...events])] }, APPLICATION);
    const statuses = told.flatMap((one) => (one.kind === 'status' ? [[one.to, one.stage, one.reasonId]] : []));
    expect(statuses).toEqual([
      ['rejected', 'second', testId(9)],
      ['invited', 'second', null],
    ]);
  });

  it('R1 tells nothing of other applications', () => {
    const words = JSON.stringify(listActivities(dossier, APPLICATION));
    expect(words).not.toContain('of another application');
    expect(words).not.toContain('mail 61');
  });

  it('tells a prospect’s story without an application', () => {
    expect(told(null)).toEqual(['64 delivery failed', '62 delivery deferred', '50 queued', '12 note', '10 captured']);
  });

  it('R76, R88 tells of an SMS how it begins and what became of it, and why a message was stopped', () => {
    const [sms, stopped] = [
      message(65, APPLICATION, ['sending', 'sent', 'sent']),
      message(66, APPLICATION, ['refused']),
    ];
    const fields = { ...sms.fields, channel: 'sms' as const, subject: '', text: 'Welcome at 10' };
    const [sending, sent, arrived] = sms.events;
    const told = listActivities(
      {
        ...dossier,
        messages: [
          { ...sms, fields, events: [sending!, sent!, { ...arrived!, reason: 'sms/undeliverable' }] },
          { ...stopped, events: stopped.events.map((event) => ({ ...event, reason: 'mail/interview-declined' })) },
        ],
      },
      APPLICATION,
    ).flatMap((one) => (one.kind === 'delivery' ? [[one.channel, one.text, one.state, one.reason]] : []));
    expect(told).toEqual([
      ['sms', 'Welcome at 10', 'not-delivered', 'sms/undeliverable'],
      ['sms', 'Welcome at 10', 'sent', null],
      ['email', '', 'refused', 'mail/interview-declined'],
    ]);
  });

  it('passes over a delivery step that changed nothing', () => {
    const late = { ...dossier, messages: [message(63, APPLICATION, ['sending', 'sent', 'cancelled'])] };
    const states = listActivities(late, APPLICATION).flatMap((one) => (one.kind === 'delivery' ? [one.state] : []));
    expect(states).toEqual(['sent']);
  });

  it('says who did it where the record says so', () => {
    const invited = listActivities(dossier, APPLICATION).find(({ kind }) => kind === 'status');
    expect(invited?.by).toBe(testId(2));
  });
});

describe('an interview in the activities', () => {
  const before = { startsAt: 1_000, minutes: 30, place: 'Room 4' };
  const after = { startsAt: 2_000, minutes: 45, place: '' };
  const answer = (n: number, sequence: number, given: 'accepted' | 'new-time') =>
    answerEvent({ id: testId(n), at: n, ...common, answer: given, sequence });
  const interview: Dossier['interviews'][number] = {
    id: testId(70),
    fields: {
      personId: testId(1),
      applicationId: APPLICATION,
      vacancyId: testId(30),
      meetingId: testId(71),
      type: 'second',
      kind: null,
      places: null,
      recruiterIds: [testId(2)],
      ...after,
      invitation: 'email',
      sequence: 1,
      answerKey: '0'.repeat(64),
    },
    events: [
      answer(81, 0, 'new-time'),
      { id: testId(82), at: 82, ...common, type: 'move', from: before, to: after },
      answer(83, 1, 'accepted'),
      { id: testId(84), at: 84, ...common, type: 'places', from: null, to: 6 },
      { id: testId(85), at: 85, ...common, type: 'cancellation' },
    ],
  };
  const told = (kind: string) =>
    listActivities({ ...dossier, interviews: [interview] }, APPLICATION).filter((one) => one.kind === kind);

  it('C31 a move says from where to where, of which interview', () => {
    expect(told('move')).toMatchObject([{ type: 'second', from: before, to: after, by: testId(2) }]);
  });

  it('C18, C31 an answer says what stood before; an answer to the earlier time did not count any more', () => {
    expect(told('answer')).toMatchObject([
      { before: 'awaiting', given: { answer: 'accepted' }, superseded: false },
      { before: 'awaiting', given: { answer: 'new-time' }, superseded: false },
    ]);
  });

  it('R60 new places of a group say how many there were and are', () => {
    expect(told('places')).toMatchObject([{ type: 'second', from: null, to: 6, by: testId(2) }]);
  });

  it('a cancellation says which interview it was, and when', () => {
    expect(told('cancellation')).toMatchObject([{ type: 'second', startsAt: 2_000 }]);
  });
});
