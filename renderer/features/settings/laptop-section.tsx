import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../../shared/host/contract.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useLoaded } from '../../data/use-loaded.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Segmented } from '../../ui/segmented.js';
import { LanguageChoice } from './language-choice.js';
import classes from './laptop-section.module.css';

/** What belongs to this laptop and its user account: language, look, and where the data lies. */
export function LaptopSection() {
  const { t } = useTranslation();
  const session = useSession();
  const { theme, density } = usePreferences();
  const change = async (preferences: Partial<Preferences>): Promise<void> => {
    const answer = await session.setPreferences(preferences);
    if (!answer.ok) showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <div className={classes['section']}>
      <div>
        <LanguageChoice />
        <p>{t('settings.languageHint')}</p>
      </div>
      <Segmented
        label={t('settings.theme')}
        value={theme}
        options={[
          { value: 'system', label: t('settings.themeSystem') },
          { value: 'light', label: t('settings.themeLight') },
          { value: 'dark', label: t('settings.themeDark') },
        ]}
        onChange={(wanted) => void change({ theme: wanted })}
      />
      <Segmented
        label={t('settings.density')}
        value={density}
        options={[
          { value: 'comfortable', label: t('settings.densityComfortable') },
          { value: 'compact', label: t('settings.densityCompact') },
        ]}
        onChange={(wanted) => void change({ density: wanted })}
      />
      <KeyProtection />
    </div>
  );
}

/** Says what really protects the data here, and no more than that. */
function KeyProtection() {
  const { t } = useTranslation();
  const { host } = useSession();
  const load = useCallback(async () => await host.call('app.info', null), [host]);
  const loaded = useLoaded(load);
  if (loaded.status === 'loading') return null;
  if (!loaded.value.ok) return <p role="alert">{t(ERROR_WORDS[loaded.value.code])}</p>;
  const { secretStore, version } = loaded.value.value;
  return (
    <>
      <section>
        <h2>{t('settings.keys')}</h2>
        <p>{secretStore === 'keychain' ? t('settings.keysKeychain') : t('settings.keysFile')}</p>
      </section>
      <section>
        <h2>{t('settings.folder')}</h2>
        <p>{t('settings.folderText')}</p>
        <p className={classes['version']}>{t('settings.version', { version })}</p>
      </section>
    </>
  );
}
