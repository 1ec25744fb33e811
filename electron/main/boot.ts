import path from 'node:path';
import { app, dialog, protocol, session } from 'electron';
import { createTranslator } from '../../shared/i18n/translate.js';
import { createServices } from '../services/create-services.js';
import { faultLine } from '../services/fault-line.js';
import { lockFolder, type FolderLock } from '../services/folder-lock.js';
import type { Services } from '../services/services.js';
import { createWebContent } from '../services/web-content/create-web-content.js';
import { followPreferences } from './follow-preferences.js';
import { guardContents } from './guard-contents.js';
import { guardSession } from './guard-session.js';
import { registerCalls } from './ipc-host.js';
import { electronPorts } from './ports/electron-ports.js';
import { systemLanguage } from './system-language.js';
import { createDeskWindow, type DeskWindow } from './window.js';

/**
 * Starts the program once Electron is ready: folder, guards, services, calls, page, window, in this order, so that nothing
 * is loaded before it is guarded. Null when it could not start; the person was told why.
 */
export async function boot(folder: string): Promise<DeskWindow | null> {
  const translator = createTranslator(systemLanguage(app.getPreferredSystemLanguages()));
  const say = (message: string): null => {
    dialog.showErrorBox('Fairdesk', message);
    app.exit(1);
    return null;
  };

  let desk: DeskWindow | null = null;
  const lock = await lockFolder(folder, () => desk?.show());
  if (lock === null) return say(translator.t('shell.startAlreadyOpen'));

  guardSession(session.defaultSession, !app.isPackaged);
  app.on('session-created', (created) => guardSession(created, !app.isPackaged));
  app.on('web-contents-created', (_event, contents) => guardContents(contents, translator.t));

  const ports = await electronPorts(folder, (messages) => desk?.setWaiting(messages));
  let services: Services;
  try {
    services = await createServices(ports);
  } catch (error) {
    ports.report('start', error);
    return say(translator.t('shell.startNotReadable', { folder }));
  }
  closeWithApp(services, lock);

  registerCalls(await followPreferences(services.handlers, translator), ports.report);
  const content = createWebContent({
    folder: path.join(app.getAppPath(), 'out', 'renderer'),
    lane: (request) => services.lane(request),
  });
  protocol.handle('app', content);
  desk = await createDeskWindow(folder, translator);
  return desk;
}

/** Quitting waits until everything is written and the folder is free. */
function closeWithApp(services: Services, lock: FolderLock): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    services
      .close()
      .then(() => lock.release())
      .catch((error: unknown) => process.stderr.write(`${faultLine('close', error)}\n`))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}
