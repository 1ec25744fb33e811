import type { i18n } from 'i18next';
import { roomOf } from '../../../shared/domain/calendar-warnings.js';
import { commonText } from '../../../shared/domain/closest-template.js';
import type { InterviewContext } from '../../../shared/domain/interview-context.js';
import { shippedReminder } from '../../../shared/i18n/shipped-reminder.js';
import { hmacSha256 } from '../../data/hmac-sha256.js';
import { busyRow, knownRooms } from '../../data/roster/busy.js';
import { knownGroup } from '../../data/roster/groups.js';
import { nextFreeTime } from '../../data/roster/working-days.js';
import { templateFor } from '../../data/mail-templates.js';
import { isMobileNumber, phoneReader } from '../../data/phone-number.js';
import type { Session } from '../../data/session.js';
import { interviewWords } from '../../../shared/i18n/interview-words.js';
import { pageLinks } from './page-links.js';

/** 256 random bits in hexadecimal, from which everything is drawn that a plan must not draw twice. */
export function newSeed(session: Pick<Session, 'newId'>): string {
  return session.newId() + session.newId();
}

interface InterviewMeans {
  readonly translator: i18n;
  readonly seed: string;
  readonly hasGateway: boolean;
  readonly hasServer: boolean;
}

/** What plans about interviews may know, as it stands at this moment. */
export function interviewContext(
  session: Pick<Session, 'roster' | 'now'>,
  { translator, seed, hasGateway, hasServer }: InterviewMeans,
): InterviewContext {
  const roster = session.roster.current();
  const { interviews, appointments, mailTemplates, organisation } = roster;
  const rooms = knownRooms(roster);
  const readPhone = phoneReader(organisation?.zone ?? '');
  return {
    sign: hmacSha256,
    draw: (name) => hmacSha256(seed, name),
    busy: (joined) =>
      [...[...interviews.values()].filter(({ meetingId }) => meetingId !== joined), ...appointments.values()]
        .filter(({ cancelled }) => !cancelled)
        .flatMap((row) => busyRow(roster, rooms, row) ?? []),
    nextFree: (recruiterId, minutes, personIds) =>
      nextFreeTime(roster, { recruiterId, minutes, personIds, now: session.now(), zone: organisation?.zone ?? 'UTC' }),
    group: (id) => knownGroup(roster, id, session.now()),
    roomOf: (place) => roomOf(place, rooms),
    words: (language) => interviewWords(translator, language),
    reminder: (type, language, departments) => {
      const { held } = commonText(mailTemplates, `invite-${type}`, language, departments);
      return held?.text.reminder ?? shippedReminder(translator, language);
    },
    mobile: (phone, language) => {
      const number = readPhone(phone, language);
      return number !== null && isMobileNumber(number) ? number : null;
    },
    hasGateway,
    replyPages: hasServer ? pageLinks(seed) : null,
    text: (template, language, department) =>
      templateFor(session.roster.current(), translator, { purpose: template, language, department }),
  };
}
