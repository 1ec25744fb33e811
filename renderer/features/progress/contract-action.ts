import { z } from 'zod';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import {
  contractsToRender,
  employmentContract,
  type ContractFields,
  type EmploymentContractInput,
  type RenderedContract,
} from '../../../shared/domain/progress-actions/employment-contract.js';
import type { PlanContext, Selection } from '../../../shared/domain/progress-action.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Result } from '../../../shared/lib/result.js';
import { EmploymentTerms } from '../../../shared/records/contract.js';
import { ContractTemplateIdSchema, Id } from '../../../shared/records/primitives.js';
import type { HostClient } from '../../data/host-client.js';
import { beginTerms } from './begin-terms.js';
import { ContractForm } from './contract-form.js';
import type { MailAction } from './mail-action.js';

const Rows = z.record(
  Id,
  z.object({
    terms: EmploymentTerms,
    dateTyped: z.string().optional(),
    template: ContractTemplateIdSchema.nullable(),
  }),
);

/** *Employment contract* (R41): a row for each person, the mail, then each contract as it will be sent. */
export const contractAction: MailAction<ContractFields> = {
  action: employmentContract,
  draft: z.object({ rows: Rows }).transform(({ rows }) => ({ rows, rendered: {} })),
  begin: (selection, context) => ({ rows: beginTerms(selection, context), rendered: {} }),
  Form: ContractForm,
  template: () => 'contract',
  mergeFields: GENERAL_FIELDS,
  prepare,
  words: {
    included: 'progress.willGetContract',
    commit: 'progress.sendContracts',
    done: 'progress.contractsInOutbox',
    written: 'progress.contractsWritten',
  },
};

function prepare(
  selection: Selection,
  input: EmploymentContractInput,
  context: PlanContext,
  host: HostClient,
): Promise<Result<Pick<ContractFields, 'rendered'>, HostErrorCode>> | null {
  const missing = contractsToRender(selection, input, context);
  return missing.length === 0 ? null : renderAll(missing, input.rendered, host);
}

/** One after the other; what one of them replaces is thrown away. */
async function renderAll(
  missing: ReturnType<typeof contractsToRender>,
  before: ContractFields['rendered'],
  host: HostClient,
): Promise<Result<Pick<ContractFields, 'rendered'>, HostErrorCode>> {
  const rendered: Record<string, RenderedContract> = { ...before };
  for (const { applicant, document } of missing) {
    const { applicationId, person } = applicant;
    const name = `${document.title.slice(0, 50)} ${person.givenName.slice(0, 30)} ${person.familyName.slice(0, 30)}.pdf`;
    const made = await host.call('contract.render', { contract: document, name, dossier: person.id });
    if (!made.ok) return made;
    const replaced = rendered[applicationId];
    rendered[applicationId] = { document, file: made.value };
    if (replaced !== undefined) await host.call('file.discard', { fileId: replaced.file.fileId });
  }
  return success({ rendered });
}
