import type { Change } from '../../../shared/changes/change-set.js';
import { RIGHTS_OF_LEVEL } from '../../../shared/domain/right-levels.js';
import { addDays, addMonths, dateIn, type Instant } from '../../../shared/lib/time.js';
import { Application, type ApplicationEvent } from '../../../shared/records/application.js';
import { Document } from '../../../shared/records/document.js';
import { Fair } from '../../../shared/records/fair.js';
import { Person, type PersonEvent } from '../../../shared/records/person.js';
import type {
  ApplicationId,
  DocumentId,
  FairId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import { Recruiter } from '../../../shared/records/recruiter.js';
import { Vacancy } from '../../../shared/records/vacancy.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { StoredFile } from '../host-client.js';
import { makeCv, type CvContent } from './cv-content.js';
import { makeDemoPeople, type DemoPerson } from './demo-people.js';
import { DemoDiary } from './demo-diary.js';
import { cvWords, demoFair, demoVacancies, type DemoVacancy } from './demo-source.js';
import { drawMeetings, drawStory } from './demo-story.js';
import { SeededRandom } from './seeded-random.js';

export const DEMO_CANDIDATES = 300;
const SEED = 20_261_121;
const PROSPECTS = 0.06;

/** Everything chance, clock and identity could make different is an argument. */
export interface DemoContext {
  readonly now: Instant;
  /** IANA zone in which the fair opens. */
  readonly zone: string;
  readonly by: RecruiterId | null;
  readonly retentionMonths: number;
  readonly newId: () => string;
}

export interface DemoPlan {
  /** The fair, the vacancies and the colleague, who belong to no dossier. */
  readonly frame: readonly Change[];
  readonly candidates: readonly DemoCandidate[];
}

export interface DemoCandidate {
  readonly id: PersonId;
  readonly cv: CvContent;
  readonly cvName: string;
  /** The dossier's changes once its CV is stored. */
  readonly changes: (file: StoredFile) => readonly Change[];
}

interface PlannedVacancy {
  readonly id: VacancyId;
  readonly source: DemoVacancy;
  readonly questionId: string;
  readonly weight: number;
}

/** Six vacancies, one fair that is going on now, who works and who came to its stand. Nothing is written. */
export function planDemo(context: DemoContext): DemoPlan {
  const random = new SeededRandom(SEED);
  const today = dateIn(context.zone, context.now);
  const fairId = context.newId() as FairId;
  const { name, place, stand, opensAt, closesAt, rooms } = demoFair;
  // While nobody is at work there is no calendar to share.
  const crew = context.by === null ? [] : ([context.by, context.newId()] as [RecruiterId, RecruiterId]);
  const dates = { firstDate: addDays(today, -1), lastDate: today };
  const fair = Fair.parse({ name, place, stand, opensAt, closesAt, rooms, ...dates, demo: true });
  const vacancies = demoVacancies.map((source) => ({
    id: context.newId() as VacancyId,
    source,
    questionId: context.newId(),
    weight: source.weight,
  }));
  const meetings = drawMeetings(random, { ...context, ...fair }, DEMO_CANDIDATES);
  const people = makeDemoPeople(DEMO_CANDIDATES, SEED);
  // With chance of its own: who comes to the stand does not depend on who is invited.
  const diary = new DemoDiary(new SeededRandom(SEED + 1), { ...context, recruiterIds: crew, rooms });
  return {
    frame: [
      { kind: 'create', table: 'fair', id: fairId, dossier: null, fields: fair },
      ...crew.slice(1).map(createColleague),
      ...vacancies.map((vacancy) => createVacancy(vacancy, context)),
    ],
    candidates: people.map((person, index) =>
      planCandidate(random, context, { person, metAt: meetings[index] ?? context.now, fairId, vacancies, diary }),
    ),
  };
}

/** Who does what is done at a stand, but administers nothing: nobody is left in charge by a demonstration. */
function createColleague(id: RecruiterId): Change {
  const rights = [...RIGHTS_OF_LEVEL['mid-level']];
  const fields = Recruiter.parse({ ...demoFair.colleague, rights, departments: [], active: true, demo: true });
  return { kind: 'create', table: 'recruiter', id, dossier: null, fields };
}

function yearOf({ zone, now }: DemoContext): number {
  return Number(dateIn(zone, now).slice(0, 4));
}

function titleOf({ source }: Pick<PlannedVacancy, 'source'>, context: DemoContext): string {
  return source.title.replace('{summer}', (yearOf(context) + 1).toString());
}

function createVacancy(vacancy: PlannedVacancy, context: DemoContext): Change {
  const { id, source, questionId } = vacancy;
  const fields = Vacancy.parse({
    title: titleOf(vacancy, context),
    reference: `${yearOf(context)}-${source.number}`,
    department: source.department,
    location: source.location,
    languages: source.languages,
    contactId: null,
    questions: [{ id: questionId, text: source.question }],
    state: 'open',
    openedAt: context.now,
    demo: true,
  });
  return { kind: 'create', table: 'vacancy', id, dossier: null, fields };
}

type ConsentEvent = Extract<PersonEvent, { type: 'consent' }>;

interface Meeting {
  readonly person: DemoPerson;
  readonly metAt: Instant;
  readonly fairId: FairId;
  readonly vacancies: readonly PlannedVacancy[];
  readonly diary: DemoDiary;
}

function planCandidate(random: SeededRandom, context: DemoContext, meeting: Meeting): DemoCandidate {
  const { person, metAt, fairId, vacancies } = meeting;
  const { country, ...said } = person;
  const id = context.newId() as PersonId;
  const isProspect = random.chance(PROSPECTS);
  const kind = isProspect ? 'prospect' : 'candidate';
  const fields = Person.parse({ ...said, kind, source: { fairId }, capturedAt: metAt, demo: true });
  const suited = vacancies.filter(({ source }) => source.countries.includes(country));
  const first = random.pickWeighted(suited);
  const applied = suited.filter((vacancy) => vacancy === first || random.chance(vacancy.source.alsoWanted));
  const agreed = consents(random, context, fields);
  const applications = (isProspect ? [] : applied).flatMap((vacancy) =>
    applicationChanges(random, context, { ...meeting, vacancy, id }),
  );
  const told = applications.some(isSaving) ? withDatabase(agreed, context) : agreed;
  const changes: readonly Change[] = [
    { kind: 'create', table: 'person', id, dossier: id, fields },
    ...told.map((event): Change => ({ kind: 'event', table: 'person', id, dossier: id, event })),
    ...applications,
  ];
  const cv = makeCv(random, person, yearOf(context));
  const documentId = context.newId() as DocumentId;
  return {
    id,
    cv,
    cvName: cvNameOf(person),
    changes: (file) => [...changes, documentChange(documentId, id, file, metAt)],
  };
}

function consents(
  random: SeededRandom,
  { newId, by, zone, retentionMonths }: DemoContext,
  person: Person,
): readonly ConsentEvent[] {
  const { capturedAt: at, language } = person;
  const until = addMonths(dateIn(zone, at), retentionMonths);
  const told = { type: 'consent', at, by, given: true, noticeVersion: 'demo', language, until } as const;
  const fair: ConsentEvent = { id: newId(), ...told, purpose: 'this-fair' };
  return random.chance(0.4) ? [fair, { id: newId(), ...told, purpose: 'cv-database' }] : [fair];
}

/** Nobody is saved without having agreed to it (C25). */
function withDatabase(agreed: readonly ConsentEvent[], { newId }: DemoContext): readonly ConsentEvent[] {
  const [fair] = agreed;
  const has = agreed.some(({ purpose }) => purpose === 'cv-database');
  return has || fair === undefined ? agreed : [fair, { ...fair, id: newId(), purpose: 'cv-database' }];
}

function isSaving(change: Change): boolean {
  return change.kind === 'event' && change.event.type === 'status' && change.event['to'] === 'saved';
}

function applicationChanges(
  random: SeededRandom,
  context: DemoContext,
  {
    id: personId,
    person,
    metAt,
    vacancy,
    diary,
  }: Meeting & { readonly id: PersonId; readonly vacancy: PlannedVacancy },
): readonly Change[] {
  const id = context.newId() as ApplicationId;
  const { source, questionId } = vacancy;
  const answers = random.chance(0.8) ? { [questionId]: random.pick(source.answers) } : {};
  const text = random.chance(0.35) ? random.pick(cvWords[person.language].letters) : '';
  const said = { personId, vacancyId: vacancy.id, receivedAt: metAt, text, answers };
  const fields = Application.parse({ ...said, demo: true });
  const note = random.chance(0.18) ? random.pick(cvWords[source.language].notes) : null;
  const events: readonly ApplicationEvent[] = drawStory(random, context, {
    metAt,
    note,
    position: titleOf(vacancy, context),
    department: source.department,
  });
  return [
    { kind: 'create', table: 'application', id, dossier: personId, fields },
    ...events.map((event): Change => ({ kind: 'event', table: 'application', id, dossier: personId, event })),
    ...diary.entriesFor({ personId, applicationId: id, vacancyId: vacancy.id, language: source.language, events }),
  ];
}

function documentChange(id: DocumentId, personId: PersonId, file: StoredFile, addedAt: Instant): Change {
  const { fileId, name, mediaType, size } = file;
  const fields = Document.parse({ personId, applicationId: null, fileId, kind: 'cv', name, mediaType, size, addedAt });
  return { kind: 'create', table: 'document', id, dossier: personId, fields };
}

function cvNameOf({ givenName, familyName }: DemoPerson): string {
  const plain = foldText(`${givenName} ${familyName}`).replace(/[^a-z]+/g, '-');
  return `cv-${plain}.pdf`;
}
