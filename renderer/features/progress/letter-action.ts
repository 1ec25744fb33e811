import { z } from 'zod';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import {
  lettersToRender,
  sendLetter,
  type LetterFields,
  type RenderedLetter,
  type SendLetterInput,
} from '../../../shared/domain/progress-actions/send-letter.js';
import type { PlanContext, Selection } from '../../../shared/domain/progress-action.js';
import { LETTERS_AT_ONCE } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { LETTER_TEMPLATES, PostalAddressSchema, type LetterDocument } from '../../../shared/records/letter.js';
import { Id } from '../../../shared/records/primitives.js';
import type { HostClient } from '../../data/host-client.js';
import { LetterForm } from './letter-form.js';
import type { MailAction } from './mail-action.js';

/** *Send letter* (R42–R44): template and addresses, the text, then each letter as it will be printed. */
export const letterAction: MailAction<LetterFields> = {
  action: sendLetter,
  draft: z
    .object({ template: z.enum(LETTER_TEMPLATES), addresses: z.record(Id, PostalAddressSchema) })
    .transform((kept) => ({ ...kept, rendered: {} })),
  begin: (selection) => ({
    template: selection.every(({ status }) => status === 'rejected') ? 'letter-rejected' : 'letter-received',
    addresses: Object.fromEntries(selection.map(({ applicationId, person }) => [applicationId, person.postalAddress])),
    rendered: {},
  }),
  Form: LetterForm,
  template: ({ template }) => template,
  medium: 'letter',
  mergeFields: GENERAL_FIELDS,
  prepare,
  words: {
    included: 'progress.willGetLetter',
    commit: 'progress.writeLetters',
    done: 'progress.lettersDone',
    written: 'progress.lettersPartly',
  },
};

function prepare(
  selection: Selection,
  input: SendLetterInput,
  context: PlanContext,
  host: HostClient,
): Promise<Result<Pick<LetterFields, 'rendered'>, HostErrorCode>> | null {
  const missing = lettersToRender(selection, input, context);
  return missing.length === 0 ? null : setAll(missing, input.rendered, host);
}

/** All of them in as few runs as can be; whose letter cannot be read is looked for only where one of them cannot. */
async function setAll(
  missing: ReturnType<typeof lettersToRender>,
  before: LetterFields['rendered'],
  host: HostClient,
): Promise<Result<Pick<LetterFields, 'rendered'>, HostErrorCode>> {
  const rendered: Record<string, RenderedLetter> = { ...before };
  const set = async (some: typeof missing): Promise<HostErrorCode | null> => {
    const readable = await isReadable(some, host);
    if (!readable.ok) return readable.code;
    if (!readable.value && some.length > 1) {
      for (const one of some) {
        const code = await set([one]);
        if (code !== null) return code;
      }
      return null;
    }
    for (const { applicant, document } of some) {
      rendered[applicant.applicationId] = { document, readable: readable.value };
    }
    return null;
  };
  for (let from = 0; from < missing.length; from += LETTERS_AT_ONCE) {
    const code = await set(missing.slice(from, from + LETTERS_AT_ONCE));
    if (code !== null) return failure(code);
  }
  return success({ rendered });
}

async function isReadable(
  some: readonly { readonly document: LetterDocument }[],
  host: HostClient,
): Promise<Result<boolean, HostErrorCode>> {
  const letters = some.map(({ document }) => document);
  const made = await host.call('letter.preview', { letters, title: letters[0]?.subject ?? '' });
  if (made.ok) return success(true);
  return made.code === 'letter/unreadable-character' ? success(false) : made;
}
