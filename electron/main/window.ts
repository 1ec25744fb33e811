import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { i18n } from 'i18next';
import { installMenu } from './menu.js';
import { createPageRenewal } from './renew-page.js';
import { APP_ORIGIN } from './security.js';
import { createTray, type DeskTray } from './tray.js';
import { placeOnDisplays, readBounds, writeBounds } from './window-bounds.js';
import { windowOptions } from './window-options.js';

/** The one window, whether it is seen or not. */
export interface DeskWindow {
  show(): void;
  /** How many messages wait to be sent: while any does, closing the window hides it. */
  setWaiting(messages: number): void;
}

export async function createDeskWindow(folder: string, translator: i18n): Promise<DeskWindow> {
  const boundsFile = path.join(folder, 'window.json');
  const saved = readBounds(boundsFile);
  const window = new BrowserWindow(
    windowOptions({
      bounds: placeOnDisplays(
        saved,
        screen.getAllDisplays().map(({ workArea }) => workArea),
      ),
      preload: path.join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      packaged: app.isPackaged,
      dark: nativeTheme.shouldUseDarkColors,
    }),
  );
  const show = (): void => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const tray = createTray(translator, show);
  const hiding = hideWhileWaiting(window, tray);

  installMenu(translator, app.isPackaged);
  window.once('ready-to-show', () => {
    if (saved?.maximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => writeBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  app.on('window-all-closed', () => app.quit());
  const renew = createPageRenewal({
    now: () => Date.now(),
    reload: () => window.webContents.reload(),
    ask: () => askToRenew(translator),
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void renew();
  });
  await window.loadURL(`${APP_ORIGIN}/`);
  return { show, setWaiting: hiding.setWaiting };
}

async function askToRenew({ t }: i18n): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: t('shell.faultTitle'),
    detail: t('shell.faultText'),
    buttons: [t('shell.faultReload'), t('shell.menuQuit')],
    defaultId: 0,
    cancelId: 0,
  });
  if (response !== 0) app.quit();
  return response === 0;
}

/**
 * Closing hides the window as long as messages wait, and the program ends by itself once they have left; on macOS closing
 * never ends a program. Quitting, by menu or by the system, always quits.
 */
function hideWhileWaiting(window: BrowserWindow, tray: DeskTray): { readonly setWaiting: (messages: number) => void } {
  const stays = process.platform === 'darwin';
  let waiting = 0;
  let quitting = false;
  /** Closed by the person; a minimised window is not. */
  let closed = false;
  const showTray = (): void => {
    if (waiting > 0) tray.show(waiting);
    else tray.hide();
  };
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (quitting || (waiting === 0 && !stays)) return;
    event.preventDefault();
    closed = true;
    window.hide();
    showTray();
  });
  window.on('show', () => {
    closed = false;
    tray.hide();
  });
  return {
    setWaiting(messages) {
      const left = messages === 0 && waiting > 0;
      waiting = messages;
      if (!closed) return;
      if (left && !stays) app.quit();
      else showTray();
    },
  };
}
