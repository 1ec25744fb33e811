import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Language } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { Segmented } from '../../ui/segmented.js';

/** Each language in its own words, for those who cannot read the one that is on. */
const OPTIONS: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'sv', label: 'Svenska' },
  { value: 'da', label: 'Dansk' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'nb', label: 'Norsk' },
  { value: 'en', label: 'English' },
];

/** The screen's language, switched at once. */
export function LanguageChoice({ size = 'normal' }: { readonly size?: 'normal' | 'large' }) {
  const { t } = useTranslation();
  const session = useSession();
  const { language } = useFormats();
  const change = async (wanted: Language): Promise<void> => {
    const answer = await session.setPreferences({ language: wanted });
    if (!answer.ok) showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <Segmented
      label={t('settings.language')}
      value={language}
      options={OPTIONS}
      size={size}
      onChange={(wanted) => void change(wanted)}
    />
  );
}
