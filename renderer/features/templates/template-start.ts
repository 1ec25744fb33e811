import { MailTemplateText } from '../../../shared/records/mail-template.js';
import { templateDraftKey, type TemplateKey } from '../../data/mail-templates.js';
import type { Session } from '../../data/session.js';

export interface TemplateStart {
  readonly draftKey: string;
  /** What was typed and not saved; null where nothing was. */
  readonly draft: MailTemplateText | null;
}

/** What the form begins with. A draft of another shape is not used. */
export async function readTemplateStart(session: Session, template: TemplateKey): Promise<TemplateStart> {
  const draftKey = templateDraftKey(template);
  const kept = await session.drafts.read(draftKey);
  const draft = MailTemplateText.safeParse(kept.ok ? kept.value : null);
  return { draftKey, draft: draft.success ? draft.data : null };
}
