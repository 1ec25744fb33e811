import { createRoute } from '@tanstack/react-router';
import {
  ApplicationIdSchema,
  PersonIdSchema,
  VacancyIdSchema,
  type PersonId,
} from '../../shared/records/primitives.js';
import { DossierPage, PersonPage } from '../features/dossier/dossier-page.js';
import { ConflictNotice } from '../features/sync/conflict-notice.js';
import { SyncPage } from '../features/sync/sync-page.js';
import { root } from './root-route.js';

const page = { getParentRoute: () => root };

/** What other features have to say about the person of a dossier. */
const noticeOf = (personId: PersonId) => <ConflictNotice personId={personId} />;

const dossier = createRoute({
  ...page,
  path: '/vacancies/$vacancyId/applications/$applicationId',
  params: {
    parse: ({ vacancyId, applicationId }: { vacancyId: string; applicationId: string }) => ({
      vacancyId: VacancyIdSchema.parse(vacancyId),
      applicationId: ApplicationIdSchema.parse(applicationId),
    }),
  },
  component: function ApplicationAndCv() {
    const { vacancyId, applicationId } = dossier.useParams();
    return <DossierPage vacancyId={vacancyId} applicationId={applicationId} noticeOf={noticeOf} />;
  },
});
const person = createRoute({
  ...page,
  path: '/people/$personId',
  params: { parse: ({ personId }: { personId: string }) => ({ personId: PersonIdSchema.parse(personId) }) },
  component: function PersonWithoutApplication() {
    const { personId } = person.useParams();
    return <PersonPage personId={personId} noticeOf={noticeOf} />;
  },
});
const sync = createRoute({
  ...page,
  path: '/sync',
  validateSearch: ({ person: about }: Record<string, unknown>): { person?: PersonId } => {
    const read = PersonIdSchema.safeParse(about);
    return read.success ? { person: read.data } : {};
  },
  component: function SyncAndConflicts() {
    return <SyncPage about={sync.useSearch().person ?? null} />;
  },
});

/** Dossiers, and where it is decided what two laptops said differently about somebody. */
export const dossierRoutes = [dossier, person, sync] as const;
