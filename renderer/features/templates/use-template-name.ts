import { useTranslation } from 'react-i18next';
import { isOwnStepTemplate, stepOfTemplate, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { useStepName } from '../../data/use-own-steps.js';
import { useFormats } from '../../ui/formats.js';

/** What a text is called in the list of them: its purpose, or the own step that it belongs to. */
export function useTemplateName(purpose: MailTemplate): string {
  const { t } = useTranslation();
  const step = useStepName(stepOfTemplate(purpose), useFormats().language);
  return isOwnStepTemplate(purpose) ? (step ?? t('dossier.stepGone')) : t(`templates.names.${purpose}`);
}
