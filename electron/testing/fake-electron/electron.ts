import './commands.js';
import { note, situation } from './situation.js';

/** Stands where the page expects the module `electron`: every export that the program uses, and nothing else. */
export { app } from './app.js';
export { ipcMain } from './ipc.js';
export { protocol, session } from './session.js';
export { BrowserWindow } from './window.js';

export const dialog = {
  showErrorBox: (title: string, text: string) => note('dialog.showErrorBox', title, text),
  async showMessageBox(options: unknown): Promise<{ response: number }> {
    note('dialog.showMessageBox', options);
    return { response: 1 };
  },
};

export const shell = { openExternal: async (url: string) => note('shell.openExternal', url) };
export const net = { isOnline: () => false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 768 } }] };

export const nativeTheme = {
  shouldUseDarkColors: false,
  set themeSource(theme: string) {
    note('nativeTheme.themeSource', theme);
  },
};

export const nativeImage = { createEmpty: () => ({ addRepresentation: () => undefined }) };

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: { label: string }[]) =>
    note(
      'menu',
      menu.map(({ label }) => label),
    ),
};

export class Tray {
  on(): void {
    note('tray');
  }
  setToolTip(text: string): void {
    note('tray.setToolTip', text);
  }
  setContextMenu(): void {
    note('tray.setContextMenu');
  }
  destroy(): void {
    note('tray.destroy');
  }
}

/** A keychain: what it seals can be opened by it alone, and only while it is not locked. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => (situation.keychain === 'none' ? 'basic_text' : 'gnome_libsecret'),
  async encryptStringAsync(text: string): Promise<Buffer> {
    return Buffer.from(`sealed:${Buffer.from(text).toString('hex')}`);
  },
  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (situation.keychain === 'locked') throw new Error('the keychain is locked');
    return { result: Buffer.from(sealed.toString().slice('sealed:'.length), 'hex').toString(), shouldReEncrypt: false };
  },
};
