import { nativeTheme } from 'electron';
import type { i18n } from 'i18next';
import type { Preferences } from '../../shared/host/contract.js';
import type { Handlers } from '../../shared/host/dispatch.js';

/** Makes the system's parts (menu, dialogs, window frame) follow the language and theme that are chosen on the screen. */
export async function followPreferences(handlers: Handlers, translator: i18n): Promise<Handlers> {
  const stored = await handlers['preferences.read'](null);
  if (stored.ok) apply(stored.value, translator);
  return {
    ...handlers,
    'preferences.write': async (input) => {
      const written = await handlers['preferences.write'](input);
      if (written.ok) apply(written.value, translator);
      return written;
    },
  };
}

function apply({ language, theme }: Preferences, translator: i18n): void {
  nativeTheme.themeSource = theme;
  if (language !== null && language !== translator.language) void translator.changeLanguage(language);
}
