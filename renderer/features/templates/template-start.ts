import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { MailTemplateText } from '../../../shared/records/mail-template.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';

export interface TemplateStart {
  readonly draftKey: string;
  /** What was typed and not saved; null where nothing was. */
  readonly draft: MailText | null;
}

/** What the form begins with. A draft of another shape is not used. */
export async function readTemplateStart(
  session: Session,
  purpose: MailTemplate,
  language: Language,
): Promise<TemplateStart> {
  const draftKey = `template-${purpose}-${language}`;
  const kept = await session.drafts.read(draftKey);
  const draft = MailTemplateText.safeParse(kept.ok ? kept.value : null);
  return { draftKey, draft: draft.success ? draft.data : null };
}
