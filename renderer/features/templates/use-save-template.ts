import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MailTemplateText } from '../../../shared/records/mail-template.js';
import { saveTemplate, type TemplateKey } from '../../data/mail-templates.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { useTemplateName } from './use-template-name.js';

/** Saves, says so, and offers the way back; answers whether it is done. Null: back to the text further out. */
export function useSaveTemplate(template: TemplateKey): (text: MailTemplateText | null) => Promise<boolean> {
  const { t } = useTranslation();
  const session = useSession();
  const { language: screen } = useFormats();
  const name = useTemplateName(template.purpose);
  const { department } = template;
  const language = languageInSentence(t(LANGUAGE_WORDS[template.language]), screen);
  return async (text) => {
    const saved = await saveTemplate(session, template, text);
    if (!saved.ok) {
      if (saved.code === 'commit/empty') return true;
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return false;
    }
    const word = text === null ? 'wentBack' : 'saved';
    showToast({
      text:
        department === ''
          ? t(`templates.${word}`, { name, language })
          : t(`templates.${word}In`, { name, language, department }),
      undo: () => session.undo(saved.value),
    });
    return true;
  };
}
