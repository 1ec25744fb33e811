import { homedir } from 'node:os';
import path from 'node:path';
import { app, protocol } from 'electron';
import { dataFolder } from '../services/data-folder.js';
import { faultLine } from '../services/fault-line.js';
import { keepCertificateChecks } from '../services/keep-certificate-checks.js';
import { CHROMIUM_SWITCHES } from './chromium-switches.js';

// Thin and synchronous: all of this must have happened before `ready`, and `ready` comes only after this module has been
// evaluated, so nothing here may wait for it.
app.enableSandbox();
keepCertificateChecks(process.env);
for (const [name, value] of CHROMIUM_SWITCHES) app.commandLine.appendSwitch(name, value);
const folder = dataFolder(process.env, process.platform, homedir());
app.setPath('userData', folder);
app.setPath('sessionData', path.join(folder, 'electron-profile'));
app.setAppUserModelId('com.example.fairdesk');
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
]);

if (app.requestSingleInstanceLock()) {
  const running = app
    .whenReady()
    .then(() => import('./boot.js'))
    .then(({ boot }) => boot(folder));
  app.on('second-instance', () => void running.then((desk) => desk?.show()));
  app.on('activate', () => void running.then((desk) => desk?.show()));
  running.catch((error: unknown) => {
    process.stderr.write(`${faultLine('start', error)}\n`);
    app.exit(1);
  });
} else {
  app.quit();
}
