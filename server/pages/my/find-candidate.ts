import { eventsOf, stampsToReplace, valuesOf } from '../../../shared/changes/record-state.js';
import { foldStanding, isListed } from '../../../shared/domain/application-status.js';
import { joinEvents } from '../../../shared/domain/merged-people.js';
import type { OwnRecord } from '../../../shared/domain/own-page.js';
import { Application, ApplicationEvent, type ApplicationStatus } from '../../../shared/records/application.js';
import { Document } from '../../../shared/records/document.js';
import { Organisation, ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { PERSONAL_RECORDS } from '../../../shared/records/person-export.js';
import { Person, PersonEvent } from '../../../shared/records/person.js';
import { PersonIdSchema } from '../../../shared/records/primitives.js';
import { Vacancy } from '../../../shared/records/vacancy.js';
import type { Queries } from '../../database/database.js';
import type { KnownRecord } from '../../fold/known-record.js';
import { pageOrganisation, type PageOrganisation } from '../page-organisation.js';
import { readDossiers, readRecords } from '../../store/record-rows.js';
import { joinedDossiers } from './joined-dossiers.js';

/** What is kept about whoever has logged in, in all dossiers that are theirs (G-13). */
export interface Candidate {
  readonly organisation: PageOrganisation;
  /** The dossier that stands for the others, with what was noted in all of them. */
  readonly own: OwnRecord;
  readonly applications: readonly {
    readonly id: string;
    readonly vacancy: string;
    readonly receivedAt: number;
    readonly status: ApplicationStatus;
  }[];
  readonly documents: readonly Document[];
  /** Everything, as it is stored. */
  readonly records: readonly KnownRecord[];
  /** Titles by the ids of the vacancies. */
  readonly vacancies: ReadonlyMap<string, string>;
}

/** Null for somebody of whom nothing is left. It only reads. */
export async function findCandidate(
  queries: Queries,
  { organisation, dossier }: { readonly organisation: string; readonly dossier: string },
): Promise<Candidate | null> {
  const dossiers = await joinedDossiers(queries, organisation, dossier);
  const records = await readDossiers(queries, organisation, { dossiers, tables: Object.keys(PERSONAL_RECORDS) });
  const [survivor] = dossiers;
  const people = records.filter(({ table }) => table === 'person');
  const standing = people.find(({ id }) => id === survivor);
  const fields = standing === undefined ? null : readValue(standing, Person);
  if (standing === undefined || fields === null) return null;
  const vacancies = await titlesOf(queries, organisation, records);
  const own: OwnRecord = {
    id: PersonIdSchema.parse(standing.id),
    fields,
    events: joinEvents(people.map(personEvents)),
    replaces: (field) => stampsToReplace(standing.state, field),
  };
  return {
    organisation: await aboutOrganisation(queries, organisation),
    own,
    applications: records
      .flatMap((record) => applicationOf(record, vacancies))
      .sort((a, b) => b.receivedAt - a.receivedAt),
    documents: documentsOf(records),
    records,
    vacancies,
  };
}

/** Whose page somebody's own is. */
export async function aboutOrganisation(queries: Queries, id: string): Promise<PageOrganisation> {
  const found = (await readRecords(queries, id, [{ table: 'organisation', id: ORGANISATION_ID }])).find(
    ({ table }) => table === 'organisation',
  );
  const value = found === undefined ? null : readValue(found, Organisation);
  return await pageOrganisation(queries, id, value);
}

async function titlesOf(
  queries: Queries,
  organisation: string,
  records: readonly KnownRecord[],
): Promise<ReadonlyMap<string, string>> {
  const ids = records.flatMap((record) =>
    record.table === 'application' ? (readValue(record, Application)?.vacancyId ?? []) : [],
  );
  const found = await readRecords(
    queries,
    organisation,
    ids.map((id) => ({ table: 'vacancy', id })),
  );
  return new Map(
    found.flatMap((record): [string, string][] => {
      const vacancy = record.table === 'vacancy' ? readValue(record, Vacancy) : null;
      return vacancy === null ? [] : [[record.id, vacancy.title]];
    }),
  );
}

/** Those in a list: one that was deleted or moved on is shown no more. */
function applicationOf(record: KnownRecord, vacancies: Candidate['vacancies']): Candidate['applications'] {
  const fields = record.table === 'application' ? readValue(record, Application) : null;
  if (fields === null) return [];
  const { status } = foldStanding(eventsAs(record, ApplicationEvent));
  const { vacancyId, receivedAt } = fields;
  return isListed(status) ? [{ id: record.id, vacancy: vacancies.get(vacancyId) ?? '', receivedAt, status }] : [];
}

function documentsOf(records: readonly KnownRecord[]): readonly Document[] {
  return records
    .flatMap((record) => (record.table === 'document' ? (readValue(record, Document) ?? []) : []))
    .sort((a, b) => a.addedAt - b.addedAt);
}

function personEvents(record: KnownRecord): readonly PersonEvent[] {
  return eventsAs(record, PersonEvent);
}

interface Schema<Value> {
  safeParse(input: unknown): { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** An event of a kind that is not known here says nothing here. */
function eventsAs<Event>({ state }: KnownRecord, schema: Schema<Event>): readonly Event[] {
  return eventsOf(state).flatMap((event) => {
    const read = schema.safeParse(event);
    return read.success ? [read.data] : [];
  });
}

function readValue<Value>({ state }: KnownRecord, schema: Schema<Value>): Value | null {
  const read = state.erased ? null : schema.safeParse(valuesOf(state));
  return read?.success === true ? read.data : null;
}
