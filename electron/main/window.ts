import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { i18n } from 'i18next';
import { installMenu } from './menu.js';
import { APP_ORIGIN } from './security.js';
import { createTray } from './tray.js';
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
  const hiding = hideWhileWaiting(window, (messages) => tray.show(messages));

  installMenu(translator, app.isPackaged);
  window.once('ready-to-show', () => {
    if (saved?.maximized === true) window.maximize();
    window.show();
  });
  window.on('show', () => tray.hide());
  window.on('close', () => writeBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  app.on('window-all-closed', () => app.quit());
  // The renderer holds nothing that is not in the journal: a new one goes on where the old one was.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  await window.loadURL(`${APP_ORIGIN}/`);
  return { show, setWaiting: hiding.setWaiting };
}

/** Closing hides the window as long as messages wait; quitting, by menu or by the system, always quits. */
function hideWhileWaiting(
  window: BrowserWindow,
  onHide: (messages: number) => void,
): { readonly setWaiting: (messages: number) => void } {
  let waiting = 0;
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (waiting === 0 || quitting) return;
    event.preventDefault();
    window.hide();
    onHide(waiting);
  });
  return {
    setWaiting(messages) {
      waiting = messages;
      if (!window.isDestroyed() && !window.isVisible()) onHide(messages);
    },
  };
}
