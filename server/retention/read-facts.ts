import { valuesOf } from '../../shared/changes/record-state.js';
import { foldStanding } from '../../shared/domain/application-status.js';
import { consentOf } from '../../shared/domain/capture-notice.js';
import { isCancelled } from '../../shared/domain/interview-answers.js';
import { foldKeepMarks, retentionEvents } from '../../shared/domain/keep-marks.js';
import { joinEvents } from '../../shared/domain/merged-people.js';
import { foldDeliveries, isWaiting } from '../../shared/domain/message-state.js';
import type { ApplicationFacts, RetentionFacts } from '../../shared/domain/retention.js';
import { statusSince } from '../../shared/domain/status-since.js';
import { vacancyEndedAt } from '../../shared/domain/vacancy-ended.js';
import { MINUTE, type Instant } from '../../shared/lib/time.js';
import { Application, ApplicationEvent } from '../../shared/records/application.js';
import { Interview, InterviewEvent } from '../../shared/records/interview.js';
import { Organisation } from '../../shared/records/organisation.js';
import { Person, PersonEvent } from '../../shared/records/person.js';
import type { Queries } from '../database/database.js';
import type { KnownRecord } from '../fold/known-record.js';
import { eventsAs, readMessage } from '../fold/read-known.js';
import { readDossiers, readTables } from '../store/record-rows.js';

/** What holds for everybody of an organisation. */
export interface Household {
  readonly settings: Organisation;
  /** Of each vacancy that is there: since when it is not open any more; null while it is. */
  readonly vacancies: ReadonlyMap<string, Instant | null>;
}

/** Null while the organisation has not said anything about itself yet. */
export async function readHousehold(queries: Queries, organisation: string): Promise<Household | null> {
  const records = await readTables(queries, organisation, ['organisation', 'vacancy']);
  const own = records.find(({ table }) => table === 'organisation');
  const settings = own === undefined ? undefined : Organisation.safeParse(valuesOf(own.state)).data;
  if (settings === undefined) return null;
  const vacancies = records.filter(({ table }) => table === 'vacancy');
  return { settings, vacancies: new Map(vacancies.map(({ id, state }) => [id, vacancyEndedAt(state)])) };
}

const ASKED = ['person', 'application', 'interview', 'message'] as const;

/**
 * What the rule asks of people, each by the dossiers that are theirs, the one that stands for the others first. Whoever is gone, or
 * has something that this server cannot read, is left out: of them it decides nothing.
 */
export async function readFacts(
  queries: Queries,
  organisation: string,
  { people, vacancies }: { readonly people: readonly (readonly string[])[] } & Pick<Household, 'vacancies'>,
): Promise<readonly { readonly dossiers: readonly string[]; readonly facts: RetentionFacts }[]> {
  const records = await readDossiers(queries, organisation, { dossiers: people.flat(), tables: ASKED });
  const byDossier = new Map<string | null, KnownRecord[]>(people.flat().map((id) => [id, []]));
  for (const record of records) byDossier.get(record.dossier)?.push(record);
  return people.flatMap((dossiers) => {
    const facts = factsOf(
      dossiers.map((id) => byDossier.get(id) ?? []),
      vacancies,
    );
    return facts === null ? [] : [{ dossiers, facts }];
  });
}

function factsOf(
  dossiers: readonly (readonly KnownRecord[])[],
  vacancies: Household['vacancies'],
): RetentionFacts | null {
  const all = dossiers.flat();
  const of = (table: (typeof ASKED)[number]): readonly KnownRecord[] => all.filter((record) => record.table === table);
  const people = of('person');
  const first = people[0] === undefined ? undefined : Person.safeParse(valuesOf(people[0].state)).data;
  if (first === undefined || people.length < dossiers.length) return null;
  const applications = of('application').map((record) => applicationOf(record, vacancies));
  const meetings = of('interview').map(endOfInterview);
  const messages = of('message').map(readMessage);
  if (applications.includes(null) || meetings.includes(null) || messages.includes(null)) return null;
  const events = joinEvents(people.map(({ state }) => eventsAs(PersonEvent, state)));
  const lastMeeting = Math.max(0, ...meetings.filter((end) => end !== null));
  return {
    kind: first.kind,
    capturedAt: first.capturedAt,
    applications: applications.filter((one) => one !== null),
    consent: consentOf(events),
    lastMeeting: lastMeeting === 0 ? null : lastMeeting,
    isWaiting: messages.some((one) => one !== null && isWaiting(foldDeliveries(one.fields.queuedAt, one.events).state)),
    marks: foldKeepMarks(retentionEvents(events)),
  };
}

function applicationOf({ state }: KnownRecord, vacancies: Household['vacancies']): ApplicationFacts | null {
  const fields = Application.safeParse(valuesOf(state)).data;
  if (fields === undefined) return null;
  const events = eventsAs(ApplicationEvent, state);
  const { vacancyId } = fields;
  const vacancyEnded = vacancies.has(vacancyId) ? (vacancies.get(vacancyId) ?? null) : 0;
  return { status: foldStanding(events).status, since: statusSince(fields, events), vacancyEnded };
}

/** 0 for one that was called off. */
function endOfInterview({ state }: KnownRecord): Instant | null {
  const fields = Interview.safeParse(valuesOf(state)).data;
  if (fields === undefined) return null;
  return isCancelled(eventsAs(InterviewEvent, state)) ? 0 : fields.startsAt + fields.minutes * MINUTE;
}
