import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesTo } from '../../renderer/data/edit-record.js';
import type { Roster } from '../../renderer/data/roster/rows.js';
import { mailTemplateId } from '../../shared/domain/mail-template-id.js';
import type { Change } from '../../shared/changes/change-set.js';
import { ORGANISATION_ID } from '../../shared/records/organisation.js';
import type { ApplicationId, InterviewId, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  personCreate,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { SyncServer } from '../support/sync-server.js';
import { Colleague, Killed, organisationOf, shownBy, unwrap } from './colleague.js';

/** As the records of no dossier lie on the laptop: a colleague, more vacancies than one change set may hold, and who administers. */
const OSKAR = `00${newId().slice(2)}` as RecruiterId;
const VACANCIES = Array.from({ length: 60 }, () => `11${newId().slice(2)}` as VacancyId);
const EBBA = `ff${newId().slice(2)}` as RecruiterId;
const laptops: Colleague[] = [];
let folder: string;
let server: SyncServer;
let ebba: Colleague;

/** Ebba worked alone, then made the organisation hers on a server; her colleague Oskar may do little. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fairdesk-server-'));
  server = new SyncServer({ folder });
  const made = await server.command('organisation', 'add', 'Fjordkraft');
  ebba = await laptop();
  await ebba.begin(
    EBBA,
    { name: 'Ebba Lind', email: 'ebba@example.com' },
    organisationOf('Fjordkraft', { departments: ['Grid'] }),
  );
  await ebba.write('edit-template', template('Fjordkraft writes'));
  const fields = {
    name: 'Oskar Berg',
    email: 'oskar@example.com',
    rights: ['add-candidates'],
    departments: [],
    active: true,
  };
  await ebba.write('add-recruiter', {
    kind: 'create',
    table: 'recruiter',
    id: OSKAR,
    dossier: null,
    fields: { ...fields, demo: false },
  });
  const questions = [{ id: newId(), text: 'Why? '.repeat(4000) }];
  await ebba.write('add-vacancy', ...VACANCIES.map((id) => vacancyCreate(id, { questions })));
  await ebba.write('capture', personCreate(newId(), { givenName: 'Nora' }));
  await server.start();
  await ebba.join(server.address, made.get('invitation') ?? '');
  expect(await ebba.settle()).toBe(0);
});

afterAll(async () => {
  for (const one of laptops) await one.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the first laptop of an organisation', () => {
  it('brings everything along, its organisation too, and whoever works there goes on administering', async () => {
    expect(ebba.roster.organisation?.name).toBe('Fjordkraft');
    expect(ebba.roster.recruiters.get(EBBA)?.rights).toEqual(RIGHTS);
    expect(await ebba.call('sync.state', null)).toMatchObject({ value: { unsent: 0, brings: false, resend: null } });
    await rename(ebba, 'Fjordkraft Norge');
    expect(await ebba.settle()).toBe(0);
    const fresh = await laptop();
    await fresh.join(server.address, await ebba.invite(null));
    expect(await fresh.settle()).toBe(0);
    expect(shownBy(fresh)).toEqual(shownBy(ebba));
    expect(fresh.roster.organisation?.name).toBe('Fjordkraft Norge');
  });
});

describe('a laptop that worked alone', () => {
  it('joins as the colleague that it was invited for, and what was written there comes along', async () => {
    const { oskar, own } = await alone('Oscar B.', '');
    await oskar.join(server.address, await ebba.invite(OSKAR));
    expect(await oskar.settle()).toBe(0);
    await ebba.settle();
    expect(shownBy(oskar)).toEqual(shownBy(ebba));
    for (const { roster } of [oskar, ebba]) {
      expect(roster.organisation).toMatchObject({ name: 'Fjordkraft Norge', departments: ['Grid', 'Heat'] });
      expect(roster.vacancies.get(own.vacancy)).toMatchObject({ contactId: OSKAR, title: 'Trainee' });
      expect(roster.interviews.get(own.interview)?.recruiterIds).toEqual([OSKAR]);
      expect(roster.people.get(own.person)?.givenName).toBe('Alva');
      expect(roster.applicationsIn(own.vacancy)).toHaveLength(1);
      expect(namesAtWork(roster)).toEqual(['Ebba Lind', 'Oskar Berg']);
      expect(roster.recruiters.get(own.recruiter)).toMatchObject({ name: 'Oscar B.', active: false, joinedAs: OSKAR });
      expect(roster.mailTemplates.get(TEMPLATE)?.text?.subject).toBe('Fjordkraft writes');
      expect(roster.fieldConflicts.size).toBe(0);
    }
    expect(oskar.session.preferences.current().recruiterId).toBe(OSKAR);
    expect(await oskar.session.names()).toEqual({ ok: true, value: [own.device, oskar.session.device] });
  });

  it('goes on working: what is written afterwards is taken, in the name of the colleague', async () => {
    const oskar = laptops.at(-1) ?? ebba;
    const person = newId<PersonId>();
    await oskar.write('capture', personCreate(person));
    expect(await oskar.settle()).toBe(0);
    await ebba.settle();
    expect(ebba.roster.people.has(person)).toBe(true);
    await oskar.startAgain();
    expect(await oskar.settle()).toBe(0);
    expect(shownBy(oskar)).toEqual(shownBy(ebba));
  });

  it('is added as somebody new where nobody has that email, without administering what is not theirs', async () => {
    const { oskar: per, own } = await alone('Per Holm', 'per@example.com');
    const madeUp = newId<PersonId>();
    await per.write('capture', personCreate(madeUp));
    await per.write('delete-permanently', {
      ...{ kind: 'erase', table: 'person', id: madeUp, dossier: madeUp, whole: true },
    });
    await per.join(server.address, await ebba.invite(null));
    expect(await per.settle()).toBe(0);
    await ebba.settle();
    expect(shownBy(per)).toEqual(shownBy(ebba));
    expect(namesAtWork(ebba.roster)).toEqual(['Ebba Lind', 'Oskar Berg', 'Per Holm']);
    expect(ebba.roster.recruiters.get(own.recruiter)?.rights).toEqual(RIGHTS.filter((right) => right !== 'administer'));
    expect(per.session.preferences.current().recruiterId).toBe(own.recruiter);
    await per.write('capture', personCreate(newId()));
    expect(await per.settle()).toBe(0);
  });

  it('is the colleague with the same email, on a laptop that everybody uses', async () => {
    const { oskar, own } = await alone('O. Berg', ' OSKAR@example.com');
    await oskar.join(server.address, await ebba.invite(null));
    expect(await oskar.settle()).toBe(0);
    await ebba.settle();
    expect(ebba.roster.recruiters.get(own.recruiter)?.joinedAs).toBe(OSKAR);
    expect(oskar.session.preferences.current().recruiterId).toBe(OSKAR);
  });

  it('loses nothing that is written while it joins', async () => {
    const { oskar } = await alone('Oskar Berg', 'oskar@example.com');
    await oskar.join(server.address, await ebba.invite(OSKAR));
    const [before, during] = [newId<PersonId>(), newId<PersonId>()];
    await oskar.write('capture', personCreate(before));
    const settled = oskar.settle();
    await oskar.write('capture', personCreate(during));
    expect(await settled).toBe(0);
    expect(await oskar.settle()).toBe(0);
    await ebba.settle();
    expect(ebba.roster.people.has(before)).toBe(true);
    expect(ebba.roster.people.has(during)).toBe(true);
  });

  it.each([{ before: true }, { before: false }])(
    'comes to the same however often it is killed, before a call to the host or after it (before: $before)',
    { timeout: 240_000 },
    async ({ before }) => {
      const { oskar, own } = await alone('Oskar Berg', 'oskar@example.com');
      const code = await ebba.invite(OSKAR);
      let lives = 0;
      oskar.dies = { calls: 0, before };
      const live = async (): Promise<void> => {
        if (unwrap(await oskar.call('sync.state', null)) === null) await oskar.join(server.address, code);
        expect(await oskar.settle()).toBe(0);
      };
      for (; await dies(live); lives += 1) {
        await oskar.startAgain();
        oskar.dies = { calls: lives, before }; // each gets one call further than the one before
      }
      expect(lives).toBeGreaterThan(10);
      await ebba.settle();
      expect(shownBy(oskar)).toEqual(shownBy(ebba));
      expect(ebba.roster.interviews.get(own.interview)?.recruiterIds).toEqual([OSKAR]);
      expect(oskar.session.preferences.current().recruiterId).toBe(OSKAR);
      expect(oskar.roster.fieldConflicts.size).toBe(0);
    },
  );
});

/** Somebody who tried Fairdesk alone: an organisation, a vacancy and an applicant who is invited. */
async function alone(name: string, email: string) {
  const oskar = await laptop();
  const own = {
    recruiter: newId<RecruiterId>(),
    vacancy: newId<VacancyId>(),
    person: newId<PersonId>(),
    application: newId<ApplicationId>(),
    interview: newId<InterviewId>(),
    device: oskar.session.device,
  };
  const { recruiter, vacancy: vacancyId, person: personId, application: applicationId, device } = own;
  await oskar.begin(recruiter, { name, email }, organisationOf('Only me', { departments: ['Grid', 'Heat'] }));
  await oskar.write('edit-template', template('I write'));
  await oskar.write('add-vacancy', vacancyCreate(vacancyId, { contactId: recruiter, department: 'Heat' }));
  await oskar.write(
    'capture',
    personCreate(personId, { givenName: 'Alva' }),
    applicationCreate(applicationId, { personId, vacancyId }),
  );
  const interview = interviewCreate(own.interview, { personId, applicationId, vacancyId, recruiterIds: [recruiter] });
  await oskar.write('invite-to-interview', interview);
  await oskar.write('send-email', messageCreate(newId(), { personId, deliverBy: device }));
  return { oskar, own };
}

const TEMPLATE = mailTemplateId('send-email', 'en');

function template(subject: string): Change {
  const text = { subject, contents: { type: 'doc', content: [] }, reminder: null };
  const fields = { purpose: 'send-email', language: 'en', department: '', text };
  return { kind: 'create', table: 'mailTemplate', id: TEMPLATE, dossier: null, fields };
}

async function rename({ session }: Colleague, name: string): Promise<void> {
  const record = await session.edit('organisation', ORGANISATION_ID);
  if (record === null) throw new Error('there is no organisation');
  unwrap(await session.commit({ action: 'edit-organisation', changes: changesTo(record, { name }) }));
}

function namesAtWork({ recruiters }: Roster): readonly string[] {
  return [...recruiters.values()].flatMap(({ name, active }) => (active ? [name] : [])).sort();
}

async function laptop(): Promise<Colleague> {
  const colleague = await Colleague.start();
  laptops.push(colleague);
  return colleague;
}

/** Whether it was killed before it came to its end. */
async function dies(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who calls says which kind of id
function newId<Id extends string>(): Id {
  return randomBytes(16).toString('hex') as Id;
}
