import { describe, expect, it } from 'vitest';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Change } from '../../../shared/changes/change-set.js';
import type { ApplicationId, PersonId, RecruiterId } from '../../../shared/records/primitives.js';
import { RIGHTS } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
} from '../../../shared/testing/change-builders.js';
import { newId } from '../new-id.js';
import { openSession, type Session } from '../session.js';
import { FakeHost } from '../testing/fake-host.js';
import { demoContents, hasDemoData } from './demo-contents.js';
import { installDemoData } from './install-demo-data.js';
import { removeDemoData } from './remove-demo-data.js';

const MAJA = testId<RecruiterId>(10);
const EBBA = testId<PersonId>(101);
const APPLICATION = testId<ApplicationId>(20);

/** A host that takes files, until the disk is full. */
class FileHost extends FakeHost {
  readonly files = new Map<string, string>();
  roomFor = Infinity;

  override putFile: FakeHost['putFile'] = async (file, name, dossier) => {
    await Promise.resolve();
    if (this.files.size >= this.roomFor) return failure('file/disk-full');
    const fileId = newId();
    this.files.set(fileId, dossier);
    return success({ fileId, name, mediaType: file.type, size: file.size });
  };
}

let made = 0;

async function open(host: FakeHost): Promise<Session> {
  made += 1;
  const opened = await openSession(host, {
    databaseName: `demo-${made.toString()}`,
    now: () => Date.UTC(2026, 10, 18, 13),
    onProgress: () => undefined,
    onDamage: (error) => expect.unreachable(String(error)),
    claim: () => Promise.resolve(true),
  });
  return unwrap(opened);
}

function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`);
  return result.value;
}

describe('demo data', () => {
  it('come in one action with a CV each, and say how far they are', async () => {
    const host = new FileHost();
    const session = await open(host);
    const progress: number[] = [];
    const installed = await installDemoData(session, ({ done, total }) => progress.push(done / total));
    expect(unwrap(installed)).toEqual({ people: 300, vacancies: 6 });
    const roster = session.roster.current();
    expect(host.frames).toHaveLength(1);
    expect([roster.people.size, roster.vacancies.size, roster.fairs.size]).toEqual([300, 6, 1]);
    expect([...roster.people.values()].every(({ hasCv, demo, id }) => hasCv && demo && dossiers(host).has(id))).toBe(
      true,
    );
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    await session.close();
  });

  it('keep their CVs while it is not known whether they were saved', async () => {
    const host = new FileHost();
    const session = await open(host);
    host.cut = 'after';
    expect(await installDemoData(session, () => undefined)).toMatchObject({ ok: false, code: 'commit/unknown' });
    expect(host.calls).not.toContain('file.discard');
    host.cut = null;
    const again = await installDemoData(session, () => undefined);
    expect(again).toMatchObject({ ok: false, code: 'commit/settled' });
    expect(session.roster.current().people.size).toBe(300);
    expect(host.calls.filter((call) => call === 'file.discard')).toHaveLength(300); // those of the second attempt
    await session.close();
  });

  it('leave nothing behind when the disk fills up half-way', async () => {
    const host = new FileHost();
    host.roomFor = 100;
    const session = await open(host);
    expect(await installDemoData(session, () => undefined)).toMatchObject({ ok: false, code: 'file/disk-full' });
    expect(host.frames).toHaveLength(0);
    expect(host.calls.filter((call) => call === 'file.discard')).toHaveLength(100);
    expect(hasDemoData(session.roster.current())).toBe(false);
    await session.close();
  });

  it('go whole, can come again, and touch nothing that people made', async () => {
    const session = await open(new FileHost());
    unwrap(await session.commit({ action: 'edit-person', changes: [organisationCreate(), personCreate(EBBA)] }));
    unwrap(await installDemoData(session, () => undefined));
    unwrap(await removeDemoData(session, () => undefined));
    const roster = session.roster.current();
    expect([...roster.people.keys()]).toEqual([EBBA]);
    expect([roster.vacancies.size, roster.fairs.size, roster.applications.size]).toEqual([0, 0, 0]);
    expect(hasDemoData(roster)).toBe(false);
    unwrap(await installDemoData(session, () => undefined));
    expect(session.roster.current().people.size).toBe(301);
    await session.close();
  });

  it('keep the vacancy and the fair that somebody real came to', async () => {
    const session = await open(new FileHost());
    unwrap(await installDemoData(session, () => undefined));
    const { vacancies, fairs } = demoContents(session.roster.current());
    const [vacancyId, fairId] = [vacancies[2]!, fairs[0]!];
    const changes = [
      personCreate(EBBA, { source: { fairId } }),
      applicationCreate(APPLICATION, { personId: EBBA, vacancyId }),
    ];
    unwrap(await session.commit({ action: 'capture', changes }));
    const kept = unwrap(await removeDemoData(session, () => undefined));
    expect(kept).toMatchObject({ keptVacancies: [vacancyId], keptFairs: [fairId] });
    const roster = session.roster.current();
    expect([...roster.vacancies.values()]).toMatchObject([{ id: vacancyId, demo: false }]);
    expect([...roster.fairs.values()]).toMatchObject([{ id: fairId, demo: false }]);
    expect([...roster.applications.keys()]).toEqual([APPLICATION]);
    expect(hasDemoData(roster)).toBe(false);
    expect(unwrap(await removeDemoData(session, () => undefined))).toEqual(demoContents(roster));
    await session.close();
  });

  it('keep the colleague whom an appointment of one’s own names, and take the other away', async () => {
    const session = await open(new FileHost());
    const recruiter = { name: 'Maja', email: '', rights: [...RIGHTS], departments: [], active: true };
    const maja: Change = { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter };
    unwrap(await session.commit({ action: 'first-start', changes: [organisationCreate(), maja] }));
    session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
    const colleague = async (): Promise<RecruiterId> => {
      unwrap(await installDemoData(session, () => undefined));
      return demoContents(session.roster.current()).recruiters[0]!;
    };
    const names = (): readonly string[] => [...session.roster.current().recruiters.values()].map(({ name }) => name);
    await colleague();
    unwrap(await removeDemoData(session, () => undefined));
    expect(names()).toEqual(['Maja']);
    const recruiterIds = [await colleague()];
    const concerns = { personId: null, applicationId: null, vacancyId: null };
    const fields = { title: 'Lunch', startsAt: session.now(), minutes: 30, place: '', recruiterIds, ...concerns };
    const lunch: Change = { kind: 'create', table: 'appointment', id: testId(40), dossier: null, fields };
    unwrap(await session.commit({ action: 'add-appointment', changes: [lunch] }));
    expect(unwrap(await removeDemoData(session, () => undefined))).toMatchObject({ keptRecruiters: recruiterIds });
    expect(names()).toHaveLength(2);
    expect(hasDemoData(session.roster.current())).toBe(false);
    await session.close();
  });
});

function dossiers({ files }: FileHost): ReadonlySet<string> {
  return new Set(files.values());
}
