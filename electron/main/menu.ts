import { Menu } from 'electron';
import type { i18n } from 'i18next';
import { menuTemplate } from './menu-template.js';

/** Sets the application's menu, and again whenever the language changes. */
export function installMenu(translator: i18n, packaged: boolean): void {
  const install = (): void =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(translator.t, process.platform, packaged)));
  install();
  translator.on('languageChanged', install);
}
