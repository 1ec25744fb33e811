import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.js';
import { downloadElectron, electronBinary } from './electron-binary.js';
import { isBuilt } from './is-built.js';
import { ROOT } from './program.js';

/** An Electron that ends sooner than this with a fault never showed its window. */
const NEVER_OPENED_MS = 5000;

// `npm start`: the Electron application where Electron can be had, else the same application in an installed browser.
// `npm run web` asks for that directly, and so does an environment in which nothing is to be opened.
if (!isBuilt() && !(await build())) process.exit(1);
const printsOnly = isSet('CI') || isSet('FAIRDESK_NO_OPEN');
const wantsWeb = process.argv.includes('--web') || printsOnly;
const code = wantsWeb ? null : await startElectron();
process.exitCode = code ?? (await run(process.execPath, [path.join(ROOT, 'out', 'web-host', 'index.js')]));

function isSet(name: string): boolean {
  return ![undefined, '', '0', 'false'].includes(process.env[name]);
}

/** Null when Electron is not to be had here, or could not open: said in one line, and the web host takes over. */
async function startElectron(): Promise<number | null> {
  if (process.getuid?.() === 0) return instead('Electron does not run as root');
  const binary = electronBinary() ?? (await downloadElectron());
  if (binary === null) return instead('Electron cannot be downloaded here');
  const from = Date.now();
  const ended = await run(binary, [ROOT]);
  const neverOpened = ended !== 0 && Date.now() - from < NEVER_OPENED_MS;
  return neverOpened ? instead(`Electron could not start here (${ended})`) : ended;
}

function instead(reason: string): null {
  process.stdout.write(`${reason}: opening the same application in an installed browser.\n`);
  return null;
}

/** Runs a program in the foreground; a signal for us is one for it. */
function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (ended) => resolve(ended ?? 1));
  });
}
