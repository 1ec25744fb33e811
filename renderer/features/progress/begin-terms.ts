import type { Applicant, PlanContext, Selection } from '../../../shared/domain/progress-action.js';
import type { ContractFields } from '../../../shared/domain/progress-actions/employment-contract.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';

/** A row for each person, as its form begins. */
export function beginTerms(selection: Selection, context: PlanContext): ContractFields['rows'] {
  return Object.fromEntries(
    selection.map((applicant) => [applicant.applicationId, { terms: termsFor(applicant, context), template: null }]),
  );
}

/** C24: what was agreed before; else what the vacancy and the organisation's own tags begin with. */
function termsFor({ applicationId, vacancyId }: Applicant, context: PlanContext): EmploymentTerms {
  const { contracts } = context;
  const presets = Object.fromEntries(contracts.ownTags.map(({ name, preset }) => [name, preset]));
  const agreed = contracts.agreed(applicationId);
  if (agreed !== null) return { ...agreed, own: { ...presets, ...agreed.own } };
  const { title = '', department = '' } = context.vacancy(vacancyId) ?? {};
  return { position: title, department, startDate: null, salary: '', own: presets };
}
