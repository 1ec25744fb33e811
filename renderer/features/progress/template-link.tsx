import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { Language } from '../../../shared/records/primitives.js';
import { leaveProgress } from '../../state/progress-request.js';
import { TextLink } from '../../ui/links.js';

interface TemplateLinkProps {
  /** Null: no mail goes. */
  readonly template: MailTemplate | null;
  readonly language: Language;
  /** Whose text it is; empty for the one of all departments. */
  readonly department: string;
}

/** R104: to the text that this mail begins with. What is typed here is kept, and the page leads back. */
export function TemplateLink({ template, language, department }: TemplateLinkProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (template === null) return null;
  return (
    <TextLink
      to="/templates/$purpose/$language"
      params={{ purpose: template, language }}
      search={department === '' ? {} : { department }}
      size="xs"
      onClick={() => {
        leaveProgress(router.state.location.href);
      }}
    >
      {t('progress.openTemplate')}
    </TextLink>
  );
}
