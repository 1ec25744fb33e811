import type { FairId, VacancyId } from '../../shared/records/primitives.js';
import { CapturePage } from '../features/capture/capture-page.js';
import { FairFormPage } from '../features/fairs/fair-form-page.js';
import { ImportPage } from '../features/import/import-page.js';
import { VacancyFormPage } from '../features/vacancies/vacancy-form-page.js';
import { PageFor } from './page-for.js';

/** C19: the pages that are nothing but a form, for whoever may save it. */
export function GuardedVacancyForm({ id }: { readonly id: VacancyId | null }) {
  return (
    <PageFor right="vacancies">
      <VacancyFormPage key={id} id={id} />
    </PageFor>
  );
}

export function GuardedFairForm({ id }: { readonly id: FairId | null }) {
  return (
    <PageFor right="vacancies">
      <FairFormPage key={id} id={id} />
    </PageFor>
  );
}

export function GuardedCapture() {
  return (
    <PageFor right="add-candidates">
      <CapturePage />
    </PageFor>
  );
}

export function GuardedImport({ vacancyId }: { readonly vacancyId: VacancyId | null }) {
  return (
    <PageFor right="add-candidates">
      <ImportPage vacancyId={vacancyId} />
    </PageFor>
  );
}
