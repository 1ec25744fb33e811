import { foldStanding, isListed } from '../../../shared/domain/application-status.js';
import { foldClassification } from '../../../shared/domain/classification.js';
import { foldDeletion } from '../../../shared/domain/deletion.js';
import { hiredAt } from '../../../shared/domain/hired-at.js';
import { invitedAt } from '../../../shared/domain/invited-at.js';
import { statusSince } from '../../../shared/domain/status-since.js';
import { offeredAt } from '../../../shared/domain/offered-at.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ContractTag, ContractTemplate } from '../../../shared/records/contract.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { MailTemplate } from '../../../shared/records/mail-template.js';
import type { Organisation } from '../../../shared/records/organisation.js';
import type {
  ApplicationId,
  AppointmentId,
  ContractTagId,
  ContractTemplateId,
  FairId,
  InterviewId,
  LetterId,
  MailTemplateId,
  MessageId,
  PanelReviewId,
  PersonId,
  RecruiterId,
  SavedSearchId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { SavedSearch } from '../../../shared/records/saved-search.js';
import { TABLES, type Table } from '../../../shared/records/tables.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { readRecord } from '../read-record.js';
import type { OpenRow } from '../sealed-row.js';
import { conflictOf, meanRating, newestTerms, panelRatings } from './application-figures.js';
import { FieldConflicts } from './field-conflicts.js';
import { Refusals } from './refusals.js';
import { letterRow } from './letter-row.js';
import { isReassigned, messageRow } from './message-row.js';
import { putSmall, putVacancy } from './put-small.js';
import { OwnedIndex } from './owned-index.js';
import { People } from './people.js';
import { personRow } from './person-row.js';
import { interviewRow } from './interview-row.js';
import type {
  ApplicationRow,
  AppointmentRow,
  InterviewRow,
  LetterRow,
  MessageRow,
  Roster,
  Stored,
  StoredReview,
} from './rows.js';

/** The writer's side of the roster: takes opened rows, keeps every list in step, tells nobody by itself. */
export class RosterTable implements Roster {
  version = 0;
  organisation: Organisation | null = null;
  readonly recruiters = new Map<RecruiterId, Stored<RecruiterId, Recruiter>>();
  readonly fairs = new Map<FairId, Stored<FairId, Fair>>();
  readonly vacancies = new Map<VacancyId, Stored<VacancyId, Vacancy>>();
  readonly endedVacancies = new Map<VacancyId, Instant>();
  readonly contractTemplates = new Map<ContractTemplateId, Stored<ContractTemplateId, ContractTemplate>>();
  readonly contractTags = new Map<ContractTagId, Stored<ContractTagId, ContractTag>>();
  readonly mailTemplates = new Map<MailTemplateId, Stored<MailTemplateId, MailTemplate>>();
  readonly savedSearches = new Map<SavedSearchId, Stored<SavedSearchId, SavedSearch>>();
  readonly people = new People();
  readonly applications = new Map<ApplicationId, ApplicationRow>();
  readonly interviews = new Map<InterviewId, InterviewRow>();
  readonly appointments = new Map<AppointmentId, AppointmentRow>();
  readonly panelReviews = new Map<PanelReviewId, StoredReview>();
  readonly messages = new Map<MessageId, MessageRow>();
  readonly letters = new Map<LetterId, LetterRow>();
  readonly fieldConflicts = new FieldConflicts();
  readonly refusals = new Refusals();
  readonly #changedAt = new Map<string, number>();
  readonly #byPerson = new OwnedIndex<PersonId, ApplicationRow>();
  readonly #byVacancy = new OwnedIndex<VacancyId, ApplicationRow>();
  readonly #interviewsByPerson = new OwnedIndex<PersonId, InterviewRow>();
  readonly #messagesByPerson = new OwnedIndex<PersonId | null, MessageRow>();
  readonly #lettersByPerson = new OwnedIndex<PersonId, LetterRow>();

  changedAt(tables: readonly Table[]): number {
    return Math.max(0, ...tables.map((table) => this.#changedAt.get(table) ?? 0));
  }

  applicationsOf(person: PersonId): readonly ApplicationRow[] {
    const all = this.#ofPerson(this.#byPerson, person);
    return this.people.isAlone(person) ? all : all.toSorted((a, b) => a.receivedAt - b.receivedAt);
  }

  applicationsIn(vacancy: VacancyId): readonly ApplicationRow[] {
    return this.#byVacancy.of(vacancy);
  }

  interviewsOf(person: PersonId): readonly InterviewRow[] {
    return this.#ofPerson(this.#interviewsByPerson, person);
  }

  /** Null: those that are about several people. */
  messagesOf(person: PersonId | null): readonly MessageRow[] {
    return person === null ? this.#messagesByPerson.of(null) : this.#ofPerson(this.#messagesByPerson, person);
  }

  lettersOf(person: PersonId): readonly LetterRow[] {
    return this.#ofPerson(this.#lettersByPerson, person);
  }

  /** What lies in one dossier, whoever stands for it. */
  inDossier(id: PersonId) {
    return {
      applications: this.#byPerson.of(id),
      interviews: this.#interviewsByPerson.of(id),
      messages: this.#messagesByPerson.of(id),
      letters: this.#lettersByPerson.of(id),
    };
  }

  /** Takes rows in, whatever their order; answers the ids of the people whose lists changed. */
  apply(rows: readonly OpenRow[]): ReadonlySet<PersonId> {
    const touched = new Set<PersonId>();
    const inOrder = [...rows].sort((a, b) => TABLES.indexOf(a.table as Table) - TABLES.indexOf(b.table as Table));
    this.version += 1;
    for (const row of inOrder) {
      this.#take(row);
      this.fieldConflicts.take(row);
      this.refusals.take(row);
      this.#changedAt.set(row.table, this.version);
      if (row.dossier !== null) touched.add(row.dossier as PersonId);
    }
    this.people.settle();
    return touched;
  }

  putApplication(row: ApplicationRow): void {
    this.#byPerson.replace(this.applications.get(row.id), row, (application) => application.personId);
    const inVacancy = (application: ApplicationRow) => application.vacancyId;
    if (isListed(row.status)) this.#byVacancy.replace(this.applications.get(row.id), row, inVacancy);
    else this.#byVacancy.remove(this.applications.get(row.id), inVacancy);
    this.applications.set(row.id, row);
  }

  putInterview(row: InterviewRow): void {
    this.#interviewsByPerson.replace(this.interviews.get(row.id), row, (interview) => interview.personId);
    this.interviews.set(row.id, row);
  }

  putMessage(row: MessageRow): void {
    this.#messagesByPerson.replace(this.messages.get(row.id), row, (message) => message.personId);
    this.messages.set(row.id, row);
  }

  putLetter(row: LetterRow): void {
    this.#lettersByPerson.replace(this.letters.get(row.id), row, (letter) => letter.personId);
    this.letters.set(row.id, row);
  }

  #take(row: OpenRow): void {
    switch (row.table) {
      case 'organisation':
        this.organisation = readRecord('organisation', row)?.fields ?? null;
        return;
      case 'recruiter':
        return putSmall(this.recruiters, readRecord('recruiter', row), row.id as RecruiterId);
      case 'fair':
        return putSmall(this.fairs, readRecord('fair', row), row.id as FairId);
      case 'vacancy':
        return putVacancy(this, row);
      case 'contractTemplate':
        return putSmall(this.contractTemplates, readRecord('contractTemplate', row), row.id as ContractTemplateId);
      case 'contractTag':
        return putSmall(this.contractTags, readRecord('contractTag', row), row.id as ContractTagId);
      case 'mailTemplate':
        return putSmall(this.mailTemplates, readRecord('mailTemplate', row), row.id as MailTemplateId);
      case 'savedSearch':
        return putSmall(this.savedSearches, readRecord('savedSearch', row), row.id as SavedSearchId);
      case 'person':
        return this.#takePerson(row);
      case 'application':
        return this.#takeApplication(row);
      case 'document':
        return this.#takeDocument(row);
      case 'interview':
        return this.#takeInterview(row);
      case 'appointment':
        return this.#takeAppointment(row);
      case 'panelReview':
        return putSmall(this.panelReviews, readRecord('panelReview', row), row.id as PanelReviewId);
      case 'message':
        return this.#takeMessage(row);
      case 'letter':
        return this.#takeLetter(row);
    }
  }

  #takePerson(row: OpenRow): void {
    const record = readRecord('person', row);
    const id = row.id as PersonId;
    if (record === null) return this.#removePerson(id);
    this.people.put(personRow(id, record, this.people.dossier(id)?.cvIds ?? []));
  }

  #takeApplication(row: OpenRow): void {
    const record = readRecord('application', row);
    const id = row.id as ApplicationId;
    if (record === null) return this.#removeApplication(id);
    const { personId, vacancyId, receivedAt } = record.fields;
    this.putApplication({
      id,
      personId,
      vacancyId,
      receivedAt,
      ...foldStanding(record.events),
      since: statusSince(record.fields, record.events),
      deletion: foldDeletion(record.events),
      employment: newestTerms(record),
      invitedAt: invitedAt(record.events),
      offeredAt: offeredAt(record.events),
      hiredAt: hiredAt(record.events),
      conflict: conflictOf(record, row.state),
      rating: meanRating(record),
      ...foldClassification(record.events),
      panelRatings: panelRatings(record),
    });
  }

  #takeDocument(row: OpenRow): void {
    const person = this.people.dossier(row.dossier as PersonId);
    if (person === undefined) return;
    const record = readRecord('document', row);
    const others = person.cvIds.filter((id) => id !== row.id);
    const cvIds = record?.fields.kind === 'cv' ? [...others, row.id] : others;
    this.people.put({ ...person, cvIds, hasCv: cvIds.length > 0 });
  }

  #takeInterview(row: OpenRow): void {
    const record = readRecord('interview', row);
    const id = row.id as InterviewId;
    if (record !== null) return this.putInterview(interviewRow(id, record));
    this.#interviewsByPerson.remove(this.interviews.get(id), (interview) => interview.personId);
    this.interviews.delete(id);
  }

  #takeAppointment(row: OpenRow): void {
    const record = readRecord('appointment', row);
    const id = row.id as AppointmentId;
    if (record === null) this.appointments.delete(id);
    else this.appointments.set(id, { ...record.fields, id, cancelled: record.events.length > 0 });
  }

  #takeMessage(row: OpenRow): void {
    const record = readRecord('message', row);
    const id = row.id as MessageId;
    if (record !== null) return this.putMessage(messageRow(id, record, isReassigned(row.state)));
    this.#messagesByPerson.remove(this.messages.get(id), (message) => message.personId);
    this.messages.delete(id);
  }

  #takeLetter(row: OpenRow): void {
    const record = readRecord('letter', row);
    const id = row.id as LetterId;
    if (record !== null) return this.putLetter(letterRow(id, record));
    this.#lettersByPerson.remove(this.letters.get(id), (letter) => letter.personId);
    this.letters.delete(id);
  }

  /** Of all dossiers of the person. */
  #ofPerson<Row extends { readonly id: string }>(
    index: { readonly of: (owner: PersonId) => readonly Row[] },
    person: PersonId,
  ): readonly Row[] {
    if (this.people.isAlone(person)) return index.of(person);
    return this.people.dossiersOf(person).flatMap((id) => index.of(id));
  }

  #removeApplication(id: ApplicationId): void {
    const there = this.applications.get(id);
    this.#byPerson.remove(there, (application) => application.personId);
    this.#byVacancy.remove(there, (application) => application.vacancyId);
    this.applications.delete(id);
  }

  #removePerson(id: PersonId): void {
    for (const application of [...this.#byPerson.of(id)]) this.#removeApplication(application.id);
    for (const interview of this.#interviewsByPerson.of(id)) this.interviews.delete(interview.id);
    this.#interviewsByPerson.drop(id);
    for (const { id: own, personId } of this.appointments.values()) if (personId === id) this.appointments.delete(own);
    for (const message of this.#messagesByPerson.of(id)) this.messages.delete(message.id);
    this.#messagesByPerson.drop(id);
    for (const letter of this.#lettersByPerson.of(id)) this.letters.delete(letter.id);
    this.#lettersByPerson.drop(id);
    this.fieldConflicts.removeDossier(id);
    this.people.remove(id);
  }
}
