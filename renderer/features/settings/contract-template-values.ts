import { z } from 'zod';
import { contractTextOf, parseContractText } from '../../../shared/domain/contract-text.js';
import type { Wording } from '../../../shared/domain/contract-tags.js';
import type { ContractTemplate } from '../../../shared/records/contract.js';
import { LanguageSchema, type ContractTemplateId, type Language } from '../../../shared/records/primitives.js';
import type { EditableRecord } from '../../data/edit-record.js';
import type { Session } from '../../data/session.js';
import { SHIPPED_WORDINGS } from '../../data/shipped-wordings.js';

const Values = z.object({
  title: z.string().max(200),
  department: z.string().max(200),
  language: LanguageSchema,
  text: z.string().max(60_000),
});
/** A contract template as it is typed. */
export type ContractTemplateValues = z.infer<typeof Values>;

/** What the editor starts from. */
export interface ContractTemplateStart {
  /** Null for a new template. */
  readonly record: EditableRecord<'contractTemplate'> | null;
  readonly stored: ContractTemplateValues;
  readonly draftKey: string;
  /** What was being typed when the window closed. */
  readonly draft: ContractTemplateValues | null;
}

/** Null when the template to edit is not there. A new one begins with what comes with the program in its language. */
export async function contractTemplateStart(
  session: Session,
  id: ContractTemplateId | null,
  language: Language,
): Promise<ContractTemplateStart | null> {
  const record = id === null ? null : await session.edit('contractTemplate', id);
  if (id !== null && record === null) return null;
  const draftKey = `contract-template-${id ?? language}`;
  const kept = await session.drafts.read(draftKey);
  const draft = kept.ok ? Values.safeParse(kept.value) : null;
  const stored = valuesOf(record?.fields ?? { ...SHIPPED_WORDINGS[language], department: '', language });
  return { record, stored, draftKey, draft: draft?.success === true ? draft.data : null };
}

/** The wording as it is saved and shown. */
export function wordingOf({ title, text }: ContractTemplateValues): Wording {
  return { title: title.trim(), blocks: [...parseContractText(text)] };
}

function valuesOf({ title, department, language, blocks }: Omit<ContractTemplate, 'deleted'>): ContractTemplateValues {
  return { title, department, language, text: contractTextOf(blocks) };
}
