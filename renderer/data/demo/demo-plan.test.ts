import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import { unfilledTerms } from '../../../shared/domain/agree-on.js';
import { foldStanding, mayBecome } from '../../../shared/domain/application-status.js';
import { isEmailAddress } from '../../../shared/domain/email-address.js';
import { calendarConflicts } from '../../../shared/domain/calendar-conflicts.js';
import type { Busy } from '../../../shared/domain/calendar-warnings.js';
import { dateIn, HOUR, hourIn, instantAt } from '../../../shared/lib/time.js';
import { ApplicationEvent } from '../../../shared/records/application.js';
import { Appointment } from '../../../shared/records/appointment.js';
import { Interview } from '../../../shared/records/interview.js';
import type { PersonId, RecruiterId } from '../../../shared/records/primitives.js';
import { Recruiter } from '../../../shared/records/recruiter.js';
import { tables, type Table } from '../../../shared/records/tables.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { planDemo, type DemoPlan } from './demo-plan.js';
import { drawCv } from './draw-cv.js';

const ZONE = 'Europe/Stockholm';
const NOW = instantAt(ZONE, '2026-11-18', '14:20');

function plan(now = NOW): DemoPlan {
  let made = 0;
  const newId = (): string => (made++).toString(16).padStart(32, '0');
  return planDemo({ now, zone: ZONE, by: null, retentionMonths: 24, newId });
}

function allChanges({ frame, candidates }: DemoPlan): readonly Change[] {
  const fileOf = (name: string, n: number) => ({ fileId: n.toString(16).padStart(32, 'f'), name, size: 1 });
  return [
    ...frame,
    ...candidates.flatMap((one, n) => one.changes({ ...fileOf(one.cvName, n), mediaType: 'application/pdf' })),
  ];
}

function created(table: Table): readonly Readonly<Record<string, unknown>>[] {
  return allChanges(plan()).flatMap((change) =>
    change.kind === 'create' && change.table === table ? [change.fields] : [],
  );
}

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const content = await (await document.getPage(1)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
};

describe('the demo plan', () => {
  it('is the same every time, and another fair on another day', () => {
    expect(JSON.stringify(allChanges(plan()))).toBe(JSON.stringify(allChanges(plan())));
    const later = plan(NOW + 48 * HOUR);
    expect(later.candidates.map(({ cv }) => cv.name)).toEqual(plan().candidates.map(({ cv }) => cv.name));
    expect(later.frame[0]).toMatchObject({ fields: { firstDate: '2026-11-19', lastDate: '2026-11-20' } });
  });

  it('has six vacancies, one fair and 300 different people, each with a CV', () => {
    expect(created('vacancy')).toHaveLength(6);
    expect(created('fair')).toHaveLength(1);
    expect(created('document')).toHaveLength(300);
    const names = created('person').map(({ givenName, familyName }) => `${String(givenName)} ${String(familyName)}`);
    expect(new Set(names).size).toBe(300);
  });

  it('holds nothing that its table does not declare, and marks every record that can be marked', () => {
    for (const change of allChanges(plan())) {
      const table = tables[change.table as Table];
      if (change.kind === 'create') {
        expect(table.fields.parse(change.fields)).toEqual(change.fields);
        if ('demo' in table.fields.shape) expect(change.fields['demo']).toBe(true);
      } else if (change.kind === 'event') expect(table.events.parse(change.event)).toEqual(change.event);
      else expect.unreachable(change.kind);
    }
  });

  it('reaches nobody: addresses under example.com, numbers from the series kept for fiction', () => {
    const people = created('person');
    const reachable = people.filter(({ email }) => email !== '');
    expect(new Set(reachable.map(({ email }) => email)).size).toBe(reachable.length);
    for (const { email, phone } of people) {
      expect(`${String(email)}${String(phone)}`).not.toBe('');
      if (email !== '') expect(isEmailAddress(String(email)) && String(email).endsWith('@example.com')).toBe(true);
      if (phone !== '') expect(phone).toMatch(/^\+46(7017406(0[5-9]|[1-9]\d)|3139006\d\d|4062804\d\d)$/);
    }
    expect(people.length - reachable.length).toBeGreaterThan(3);
    expect(people.length - reachable.length).toBeLessThan(25);
  });

  it('speaks five languages, keeps some prospects, and is mostly new', () => {
    expect(new Set(created('person').map(({ language }) => language)).size).toBe(5);
    const prospects = created('person').filter(({ kind }) => kind === 'prospect').length;
    expect(prospects).toBeGreaterThan(5);
    expect(prospects).toBeLessThan(40);
    const statuses = storiesByApplication().map((events) => foldStanding(events).status);
    expect(statuses.filter((status) => status === 'new').length / statuses.length).toBeGreaterThan(0.5);
    expect(new Set(statuses).size).toBeGreaterThanOrEqual(7);
  });

  it('C25: saves nobody who has not agreed to be in the CV database', () => {
    const events = allChanges(plan()).flatMap((change) => (change.kind === 'event' ? [change] : []));
    const saved = new Set(events.filter(({ event }) => event['to'] === 'saved').map(({ dossier }) => dossier));
    const agreed = new Set(events.filter(({ event }) => event['purpose'] === 'cv-database').map(({ id }) => id));
    expect(saved.size).toBeGreaterThan(3);
    expect([...saved].filter((id) => id === null || !agreed.has(id))).toEqual([]);
  });

  it('has people in every vacancy, and one that more than two hundred with an address applied for', () => {
    const withAddress = new Set(
      allChanges(plan()).flatMap((change) =>
        change.kind === 'create' && change.table === 'person' && change.fields['email'] !== '' ? [change.id] : [],
      ),
    );
    const counts = new Map<unknown, number>();
    for (const { vacancyId, personId } of created('application')) {
      if (withAddress.has(String(personId))) counts.set(vacancyId, (counts.get(vacancyId) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThan(10);
    expect(Math.max(...counts.values())).toBeGreaterThan(210);
  });

  it('takes only steps that the status machine knows, in the order in which they are read back', () => {
    for (const events of storiesByApplication()) {
      const ids = events.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      let status: Parameters<typeof mayBecome>[0] = 'new';
      for (const event of events) {
        expect(event.at).toBeLessThanOrEqual(NOW);
        if (event.type !== 'status') continue;
        expect(mayBecome(status, event.to)).toBe(true);
        status = event.to;
      }
    }
  });

  it('R39 agrees on position, department and start date with whoever is hired', () => {
    const hired = storiesByApplication().filter((events) =>
      events.some((event) => event.type === 'status' && event.to === 'hired'),
    );
    expect(hired.length).toBeGreaterThan(2);
    for (const events of hired) {
      const terms = events.flatMap((event) => (event.type === 'employment' ? [event.terms] : []));
      expect(terms.map(unfilledTerms)).toEqual([[]]);
      expect(terms[0]?.startDate).toMatch(/^2027-0[123]-01$/);
    }
  });

  it('meets everybody during the fair and never after now, also before the doors open', () => {
    for (const now of [NOW, instantAt(ZONE, '2026-11-18', '07:00'), instantAt(ZONE, '2026-11-18', '09:01')]) {
      const meetings = allChanges(plan(now)).flatMap((change) =>
        change.kind === 'create' && change.table === 'application' ? [Number(change.fields['receivedAt'])] : [],
      );
      expect(Math.max(...meetings)).toBeLessThan(now);
      expect(Math.min(...meetings)).toBeGreaterThanOrEqual(instantAt(ZONE, '2026-11-17', '09:00'));
    }
  });
});

describe('the demo diary', () => {
  const BY = testId<RecruiterId>(10);
  const MORNING = instantAt(ZONE, '2026-11-18', '08:00');
  const diary = (now: number) => {
    let made = 0;
    const newId = (): string => (made++).toString(16).padStart(32, '0');
    const changes = allChanges(planDemo({ now, zone: ZONE, by: BY, retentionMonths: 24, newId }));
    const recordsOf = <Fields>(table: Table, schema: { parse(fields: unknown): Fields }) =>
      changes.flatMap((change) =>
        change.kind === 'create' && change.table === table
          ? [{ ...schema.parse(change.fields), id: change.id, dossier: change.dossier }]
          : [],
      );
    const [colleague, ...others] = recordsOf('recruiter', Recruiter);
    if (colleague === undefined || others.length > 0) throw new Error('there is one colleague');
    return {
      changes,
      colleague,
      interviews: recordsOf('interview', Interview),
      appointments: recordsOf('appointment', Appointment),
    };
  };
  /** As the calendar has them: those of one meeting are one entry. */
  const entriesOf = ({ interviews, appointments }: Pick<ReturnType<typeof diary>, 'interviews' | 'appointments'>) => {
    const meetings = new Map<string, Busy>();
    const none: readonly PersonId[] = [];
    for (const { meetingId, personId, place, ...rest } of interviews) {
      const { personIds } = meetings.get(meetingId) ?? { personIds: none };
      const room = place === '' ? null : place;
      meetings.set(meetingId, { ...rest, id: meetingId, personIds: [...personIds, personId], room });
    }
    const others = appointments.map((one) => ({ ...one, personIds: [one.personId ?? testId(1)], room: null }));
    return [...meetings.values(), ...others];
  };

  it('gives invited people interviews within working hours', () => {
    const all = diary(NOW);
    const invited = new Set(
      all.changes.flatMap((change) => (change.kind === 'event' && change.event['to'] === 'invited' ? [change.id] : [])),
    );
    for (const { applicationId, dossier, personId, startsAt } of [...all.interviews, ...all.appointments]) {
      expect(invited).toContain(applicationId);
      expect(dossier).toBe(personId); // goes with the invited person
      const hour = hourIn(ZONE, startsAt);
      expect(hour >= 9 && hour < 17).toBe(true);
    }
    expect(all.interviews.length).toBeGreaterThan(20);
    expect(all.appointments.length).toBeGreaterThan(3);
  });

  it('shares the days to come between two recruiters and the rooms of the fair', () => {
    for (const now of [MORNING, NOW]) {
      const { colleague, ...all } = diary(now);
      const entries = entriesOf(all);
      const today = entries.filter(({ startsAt }) => dateIn(ZONE, startsAt) === '2026-11-18');
      const week = entries.filter(({ startsAt }) => startsAt > now && dateIn(ZONE, startsAt) <= '2026-11-20');
      for (const id of [BY, colleague.id])
        for (const some of [today, week])
          expect(some.some(({ recruiterIds }) => recruiterIds.some((one) => one === id))).toBe(true);
      expect(new Set(week.map(({ room }) => room)).size).toBe(4); // three, and by telephone
      expect(all.appointments.some(({ startsAt }) => startsAt > now)).toBe(true);
    }
    expect(diary(NOW).colleague).toMatchObject({ active: true, demo: true });
    expect(diary(NOW).colleague.rights).not.toContain('administer');
  });

  it('brings some of one vacancy together, before both recruiters', () => {
    const { interviews } = diary(NOW);
    const group = interviews.filter(({ kind }) => kind === 'group');
    expect(group).toHaveLength(4);
    for (const field of ['meetingId', 'vacancyId', 'type', 'startsAt', 'place'] as const)
      expect(new Set(group.map((one) => one[field])).size).toBe(1);
    expect(new Set(group.map(({ personId }) => personId)).size).toBe(4);
    expect(group[0]?.recruiterIds).toHaveLength(2);
  });

  it('books one recruiter and one room twice, and nothing else, whenever it is loaded', () => {
    for (let hour = 1; hour < 24; hour += 4) {
      const now = instantAt(ZONE, '2026-11-18', '00:00') + hour * HOUR;
      const all = diary(now);
      const clashes = calendarConflicts(entriesOf(all), now);
      expect(clashes.map(({ room }) => room !== null).sort()).toEqual([false, true]);
      expect(clashes.map(({ recruiterIds }) => recruiterIds.length).sort()).toEqual([0, 1]);
      expect(clashes.flatMap(({ personIds }) => personIds)).toEqual([]);
    }
  });

  it('holds nothing that its tables do not declare, and is empty while nobody is at work', () => {
    for (const change of diary(NOW).changes) {
      const table = tables[change.table as Table];
      if (change.kind === 'create') expect(table.fields.parse(change.fields)).toEqual(change.fields);
      else if (change.kind === 'event') expect(table.events.parse(change.event)).toEqual(change.event);
    }
    expect(created('interview')).toEqual([]);
    expect(created('recruiter')).toEqual([]);
  });
});

describe('the demo CVs', () => {
  it('are one page that opens, names its person, and differ from each other', async () => {
    const { candidates } = plan();
    const texts = new Set<string>();
    for (const { cv } of candidates) {
      const bytes = await drawCv(cv);
      const text = await textOf(bytes);
      expect(text).toContain(cv.name);
      texts.add(text.replace(cv.name, ''));
    }
    expect(texts.size).toBe(candidates.length);
  });

  it('are the same bytes for the same person, without a trace of the moment they were made', async () => {
    const cv = plan().candidates[17]!.cv;
    const [first, second] = [await drawCv(cv), await drawCv(cv)];
    expect(first).toEqual(second);
    const document = await PDFDocument.load(first, { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    expect(document.getTitle()).toBe(`CV ${cv.name}`);
    expect(first.length).toBeLessThan(6000);
  });
});

function storiesByApplication(): readonly (readonly ApplicationEvent[])[] {
  const stories = new Map<string, ApplicationEvent[]>();
  for (const change of allChanges(plan())) {
    if (change.table !== 'application') continue;
    const events = stories.get(change.id) ?? [];
    if (change.kind === 'event') events.push(ApplicationEvent.parse(change.event));
    stories.set(change.id, events);
  }
  return [...stories.values()];
}
