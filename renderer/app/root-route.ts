import { createRootRoute } from '@tanstack/react-router';
import { VacancyIdSchema } from '../../shared/records/primitives.js';
import { NotFoundPage } from './not-found-page.js';
import { Shell } from './shell.js';

/** What every page hangs in. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** Of the pages of a vacancy. */
export const vacancyParams = {
  parse: ({ vacancyId }: { vacancyId: string }) => ({ vacancyId: VacancyIdSchema.parse(vacancyId) }),
};
