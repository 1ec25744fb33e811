import type { Instant } from '../../../shared/lib/time.js';
import type { ContractTag, ContractTemplate } from '../../../shared/records/contract.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { MailTemplate } from '../../../shared/records/mail-template.js';
import type { Organisation } from '../../../shared/records/organisation.js';
import type {
  ContractTagId,
  ContractTemplateId,
  FairId,
  MailTemplateId,
  PersonId,
  RecruiterId,
  SavedSearchId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { SavedSearch } from '../../../shared/records/saved-search.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import type { Database, SegmentRow, SegmentsMeta } from '../database.js';
import { openRow } from '../sealed-row.js';
import { SealError, type Sealer } from '../sealing.js';
import type { FieldConflict } from './field-conflicts.js';
import type { DossierPerson } from './person-row.js';
import type { RefusalRow } from './refusals.js';
import { RosterTable } from './roster-table.js';
import type {
  ApplicationRow,
  AppointmentRow,
  InterviewRow,
  LetterRow,
  MessageRow,
  Stored,
  StoredReview,
} from './rows.js';

/**
 * Shape of the rows in a segment. Whoever changes a row of the roster, or what it is made of, gives it a new number: kept
 * segments of another shape are then made again from the records, never misread. 1: without a word of it; 2: whether there is
 * consent; 3: until when; 4: stages, interviews and appointments; 5: contracts, templates of mails; 6: the sequence of an
 * invitation; 7: consent for the CV database; 8: how an application was deleted; 9: when somebody was hired; 10: ranking and
 * reference check; 11: reviews by a panel; 12: own progress steps; 13: cities
 * are searched, searches are kept; 14: why somebody was rejected, when a job was offered;
 * 15: letters and where they go; 16: templates of departments; 17: when somebody was invited, and rejected;
 * 18: whose several dossiers are one person's; 19: how answers came; 22: conflicts; 23: refusals;
 * 24: who sends, links to the page where candidates answer, and what they wish for; what was said about keeping somebody, and
 * since when a status and the end of a vacancy stand.
 */
const SEGMENT_FORMAT = 24;
const PEOPLE_PER_SEGMENT = 4096;
/** Segment 0 holds the tables that are small; people with what belongs to them follow from 1. */
const SMALL = 0;

interface SmallSegment {
  readonly organisation: Organisation | null;
  readonly recruiters: readonly Stored<RecruiterId, Recruiter>[];
  readonly fairs: readonly Stored<FairId, Fair>[];
  readonly vacancies: readonly Stored<VacancyId, Vacancy>[];
  readonly endedVacancies: readonly (readonly [VacancyId, Instant])[];
  readonly contractTemplates: readonly Stored<ContractTemplateId, ContractTemplate>[];
  readonly contractTags: readonly Stored<ContractTagId, ContractTag>[];
  readonly mailTemplates: readonly Stored<MailTemplateId, MailTemplate>[];
  readonly savedSearches: readonly Stored<SavedSearchId, SavedSearch>[];
  readonly appointments: readonly AppointmentRow[];
  readonly panelReviews: readonly StoredReview[];
  readonly fieldConflicts: readonly (readonly FieldConflict[])[];
  readonly refusals: readonly RefusalRow[];
  /** Those that are about several people. */
  readonly messages: readonly MessageRow[];
}

interface PeopleSegment {
  readonly people: readonly DossierPerson[];
  readonly applications: readonly ApplicationRow[];
  readonly interviews: readonly InterviewRow[];
  readonly messages: readonly MessageRow[];
  readonly letters: readonly LetterRow[];
}

/** Which person lies in which segment, and which segments are out of date. */
export class RosterSegments {
  readonly #database: Database;
  readonly #sealer: Sealer;
  readonly #members: PersonId[][] = [];
  readonly #segmentOf = new Map<PersonId, number>();
  readonly #dirty = new Set<number>();

  constructor(database: Database, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  /**
   * The roster as the store has it: segments first, then the rows changed since. Throws `SealError` on damage; the
   * caller rebuilds from the journal.
   */
  async load(): Promise<RosterTable> {
    const meta = await this.#keptMeta();
    const sealed = await this.#database.segments.orderBy('n').toArray();
    if (sealed.length !== (meta?.count ?? 0)) throw new SealError();
    const table = new RosterTable();
    const texts = await Promise.all(sealed.map((segment) => this.#sealer.open(segment.box, associated(segment))));
    texts.forEach((text, n) => {
      if (n === SMALL) loadSmall(table, JSON.parse(text) as SmallSegment);
      else this.#loadPeople(table, n, JSON.parse(text) as PeopleSegment);
    });
    const newer = await this.#database.records
      .where('changedSeq')
      .above(meta?.seq ?? 0)
      .toArray();
    const rows = await Promise.all(newer.map((row) => openRow(this.#sealer, row)));
    this.touch(table.apply(rows));
    return table;
  }

  /** Null where there are none, or of another shape: those are thrown away. */
  async #keptMeta(): Promise<SegmentsMeta | null> {
    const meta = await this.#database.segmentsMeta();
    if (meta === null || meta.format === SEGMENT_FORMAT) return meta;
    const database = this.#database;
    await database.transaction('rw', database.segments, database.meta, async () => {
      await database.segments.clear();
      await database.meta.delete('segments');
    });
    return null;
  }

  /** Notes that lists of these people changed since the segments were written. */
  touch(people: ReadonlySet<PersonId>): void {
    this.#dirty.add(SMALL);
    for (const id of people) this.#dirty.add(this.#place(id));
  }

  get dirty(): boolean {
    return this.#dirty.size > 0;
  }

  /** Writes what is out of date; `seq` is the place up to which `table` is current. */
  async save(table: RosterTable, seq: number): Promise<void> {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    const rows: SegmentRow[] = [];
    for (const n of dirty) {
      const text = JSON.stringify(n === SMALL ? smallOf(table) : this.#peopleOf(table, n));
      const clear = { n, kid: this.#sealer.kid };
      rows.push({ ...clear, box: await this.#sealer.seal(text, associated(clear)) });
    }
    const database = this.#database;
    await database.transaction('rw', database.segments, database.meta, async () => {
      await database.segments.bulkPut(rows);
      const count = await database.segments.count();
      await database.meta.put({ key: 'segments', format: SEGMENT_FORMAT, seq, count } satisfies SegmentsMeta);
    });
  }

  #place(id: PersonId): number {
    const there = this.#segmentOf.get(id);
    if (there !== undefined) return there;
    const last = this.#members.at(-1);
    const open = last !== undefined && last.length < PEOPLE_PER_SEGMENT;
    if (open) last.push(id);
    else this.#members.push([id]);
    const n = this.#members.length;
    this.#segmentOf.set(id, n);
    return n;
  }

  #peopleOf(table: RosterTable, n: number): PeopleSegment {
    const people = (this.#members[n - 1] ?? [])
      .map((id) => table.people.dossier(id))
      .filter((row) => row !== undefined);
    const dossiers = people.map(({ id }) => table.inDossier(id));
    return {
      people,
      applications: dossiers.flatMap(({ applications }) => applications),
      interviews: dossiers.flatMap(({ interviews }) => interviews),
      messages: dossiers.flatMap(({ messages }) => messages),
      letters: dossiers.flatMap(({ letters }) => letters),
    };
  }

  #loadPeople(table: RosterTable, n: number, segment: PeopleSegment): void {
    const ids: PersonId[] = [];
    for (const person of segment.people) {
      table.people.put(person);
      this.#segmentOf.set(person.id, n);
      ids.push(person.id);
    }
    this.#members[n - 1] = ids;
    for (const application of segment.applications) table.putApplication(application);
    for (const interview of segment.interviews) table.putInterview(interview);
    for (const message of segment.messages) table.putMessage(message);
    for (const letter of segment.letters) table.putLetter(letter);
  }
}

function smallOf(table: RosterTable): SmallSegment {
  return {
    organisation: table.organisation,
    recruiters: [...table.recruiters.values()],
    fairs: [...table.fairs.values()],
    vacancies: [...table.vacancies.values()],
    endedVacancies: [...table.endedVacancies],
    contractTemplates: [...table.contractTemplates.values()],
    contractTags: [...table.contractTags.values()],
    mailTemplates: [...table.mailTemplates.values()],
    savedSearches: [...table.savedSearches.values()],
    appointments: [...table.appointments.values()],
    panelReviews: [...table.panelReviews.values()],
    fieldConflicts: [...table.fieldConflicts.values()],
    refusals: [...table.refusals.values()],
    messages: table.messagesOf(null),
  };
}

function loadSmall(table: RosterTable, segment: SmallSegment): void {
  table.organisation = segment.organisation;
  for (const row of segment.recruiters) table.recruiters.set(row.id, row);
  for (const row of segment.fairs) table.fairs.set(row.id, row);
  for (const row of segment.vacancies) table.vacancies.set(row.id, row);
  for (const [id, at] of segment.endedVacancies) table.endedVacancies.set(id, at);
  for (const row of segment.contractTemplates) table.contractTemplates.set(row.id, row);
  for (const row of segment.contractTags) table.contractTags.set(row.id, row);
  for (const row of segment.mailTemplates) table.mailTemplates.set(row.id, row);
  for (const row of segment.savedSearches) table.savedSearches.set(row.id, row);
  for (const row of segment.appointments) table.appointments.set(row.id, row);
  for (const row of segment.panelReviews) table.panelReviews.set(row.id, row);
  for (const row of segment.messages) table.putMessage(row);
  for (const row of segment.refusals) table.refusals.set(row.id, row);
  for (const conflicts of segment.fieldConflicts) {
    if (conflicts[0] !== undefined) table.fieldConflicts.set(conflicts[0].id, conflicts);
  }
}

function associated(segment: { readonly n: number; readonly kid: string }): string {
  // The shape is sealed in: neither an older nor a newer Fairdesk can take these rows for its own.
  return ['fd1', 'segment', SEGMENT_FORMAT, segment.n, segment.kid].join('|');
}
