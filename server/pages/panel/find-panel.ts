import { parseStamp } from '../../../shared/changes/clock.js';
import { eventsOf } from '../../../shared/changes/record-state.js';
import { foldStanding, isListed } from '../../../shared/domain/application-status.js';
import { mergedInto } from '../../../shared/domain/merged-people.js';
import { isPanelOpen } from '../../../shared/domain/panel-page.js';
import { standingRatings, type PanelRating } from '../../../shared/domain/panel-rating.js';
import { Application, type ApplicationEvent } from '../../../shared/records/application.js';
import { Document } from '../../../shared/records/document.js';
import { Organisation, ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { PanelReview, type Reviewer } from '../../../shared/records/panel-review.js';
import { Person, type PersonEvent } from '../../../shared/records/person.js';
import {
  PanelReviewIdSchema,
  PersonIdSchema,
  type ApplicationId,
  type PanelReviewId,
  type PersonId,
} from '../../../shared/records/primitives.js';
import { Recruiter } from '../../../shared/records/recruiter.js';
import { Vacancy } from '../../../shared/records/vacancy.js';
import type { Queries } from '../../database/database.js';
import { recordKey, type KnownRecord } from '../../fold/known-record.js';
import { byKey, readValue, valueIn, type Records } from '../../fold/record-values.js';
import { findPageLink } from '../../store/page-links.js';
import { pageOrganisation, type PageOrganisation } from '../page-organisation.js';
import { readDossiers, readRecords } from '../../store/record-rows.js';

/** What stands behind a reviewer's link. */
export interface Panel {
  readonly organisation: PageOrganisation;
  readonly id: PanelReviewId;
  readonly review: PanelReview;
  readonly reviewer: Reviewer;
  /** Empty for somebody who is not known any more. */
  readonly requestedBy: string;
  /** Who asked; null for somebody who does not work here any more. */
  readonly asking: Recruiter | null;
  /** Node of the clock of the laptop that asked. */
  readonly askedFrom: string;
  readonly vacancy: Vacancy;
  /** In the order of the request, without those who are gone. */
  readonly applicants: readonly PanelApplicant[];
}

export interface PanelApplicant {
  /** In the request, from 1: it stays when another one goes. */
  readonly place: number;
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
  readonly person: Person;
  readonly application: Application;
  /** Of the dossier that this one was joined to (G-13). */
  readonly otherDetails: readonly Person[];
  /** None where the request withholds who they are (C36). */
  readonly cvs: readonly Document[];
  /** What this reviewer said, as it stands. */
  readonly said: PanelRating | null;
}

/**
 * What a token leads to; null for one that is unknown, closed, of somebody who works here no longer, or behind which nobody is
 * left. It only reads.
 */
export async function findPanel(queries: Queries, token: string, now: number): Promise<Panel | null> {
  const link = await findPageLink(queries, 'panelReview', token);
  if (link === null) return null;
  const { review, askedFrom } = await readReview(queries, link);
  const reviewer = review?.reviewers.find((one) => one.tokenHash === link.tokenHash);
  if (review === null || reviewer === undefined) return null;
  const records = await readAround(queries, link.organisation, review);
  const organisation = valueIn(records, 'organisation', ORGANISATION_ID, Organisation);
  const vacancy = valueIn(records, 'vacancy', review.vacancyId, Vacancy);
  if (organisation === null || vacancy === null || !isPanelOpen(review, vacancy, now)) return null;
  if (!mayReview(records, reviewer)) return null;
  const id = PanelReviewIdSchema.parse(link.id);
  const applicants = await readApplicants(queries, link.organisation, { id, review, reviewer, records });
  if (applicants.length === 0) return null;
  const asking = valueIn(records, 'recruiter', review.requestedBy, Recruiter);
  return {
    organisation: await pageOrganisation(queries, link.organisation, organisation),
    id,
    review,
    reviewer,
    requestedBy: asking?.name ?? '',
    asking: asking?.active === true ? asking : null,
    askedFrom,
    vacancy,
    applicants,
  };
}

async function readReview(
  queries: Queries,
  { organisation, id }: { readonly organisation: string; readonly id: string },
): Promise<{ readonly review: PanelReview | null; readonly askedFrom: string }> {
  const records = byKey(await readRecords(queries, organisation, [{ table: 'panelReview', id }]));
  const created = records.get(recordKey({ table: 'panelReview', id }))?.state.created ?? '';
  return { review: valueIn(records, 'panelReview', id, PanelReview), askedFrom: parseStamp(created).node };
}

async function readAround(queries: Queries, organisation: string, review: PanelReview): Promise<Records> {
  return byKey(
    await readRecords(queries, organisation, [
      { table: 'organisation', id: ORGANISATION_ID },
      { table: 'vacancy', id: review.vacancyId },
      ...review.applicationIds.map((id) => ({ table: 'application', id })),
    ]),
  );
}

/** Whoever worked here when they were asked must still work here. */
function mayReview(records: Records, { recruiterId }: Reviewer): boolean {
  return recruiterId === null || valueIn(records, 'recruiter', recruiterId, Recruiter)?.active === true;
}

interface Asked extends Pick<Panel, 'id' | 'review' | 'reviewer'> {
  readonly records: Records;
}

async function readApplicants(
  queries: Queries,
  organisation: string,
  asked: Asked,
): Promise<readonly PanelApplicant[]> {
  const { applicationIds } = asked.review;
  const dossiers = applicationIds.flatMap(
    (id) => asked.records.get(recordKey({ table: 'application', id }))?.dossier ?? [],
  );
  const kept = await readDossiers(queries, organisation, { dossiers, tables: ['person', 'document'] });
  const joined = kept.flatMap((record) => joinedTo(record) ?? []);
  const others = byKey(
    await readRecords(
      queries,
      organisation,
      joined.map((id) => ({ table: 'person', id })),
    ),
  );
  return applicationIds.flatMap((id, at) => applicantOf(id, at + 1, { ...asked, kept, others }) ?? []);
}

interface Around extends Asked {
  readonly kept: readonly KnownRecord[];
  readonly others: Records;
}

function applicantOf(applicationId: ApplicationId, place: number, around: Around): PanelApplicant | null {
  const { id, review, reviewer, records, kept, others } = around;
  const record = records.get(recordKey({ table: 'application', id: applicationId }));
  const application = valueIn(records, 'application', applicationId, Application);
  const own = kept.find(({ table, dossier }) => table === 'person' && dossier === record?.dossier);
  const person = own === undefined ? null : readValue(own, Person);
  if (record === undefined || application === null || own === undefined || person === null) return null;
  if (application.vacancyId !== review.vacancyId) return null;
  const events = eventsOf(record.state) as unknown as readonly ApplicationEvent[];
  if (!isListed(foldStanding(events).status)) return null;
  const into = joinedTo(own);
  const other = into === null ? null : valueIn(others, 'person', into, Person);
  const said = standingRatings(events).find((one) => one.reviewId === id && one.reviewerId === reviewer.id);
  return {
    ...{ place, applicationId, personId: PersonIdSchema.parse(own.id), person, application },
    otherDetails: other === null ? [] : [other],
    cvs: review.withholdsPersonal === true ? [] : cvsOf(kept, own.id, applicationId),
    said: said ?? null,
  };
}

/** The person's own CVs, and those that came with this application. */
function cvsOf(kept: readonly KnownRecord[], dossier: string, applicationId: ApplicationId): readonly Document[] {
  return kept
    .filter((record) => record.table === 'document' && record.dossier === dossier)
    .flatMap((record) => readValue(record, Document) ?? [])
    .filter(({ kind, applicationId: of }) => kind === 'cv' && (of === null || of === applicationId))
    .sort((a, b) => b.addedAt - a.addedAt);
}

function joinedTo({ table, state }: KnownRecord): string | null {
  return table === 'person' ? mergedInto(eventsOf(state) as unknown as readonly PersonEvent[]) : null;
}
