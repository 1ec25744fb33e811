import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT } from './program.js';

// `npm run dev`: the web host over what is built, and built again whenever a source changes. The page is reloaded by hand;
// a change of the host starts it again. No other policy, no other server: what is seen here is what ships.
const host = path.join(ROOT, 'out', 'web-host', 'index.js');
let running: ChildProcess | null = null;

await watch('vite.renderer.config.ts', () => process.stdout.write('The page is built: reload it.\n'));
await watch('vite.web-host.config.ts', startHost);

/** Resolves after the first build. */
async function watch(configFile: string, onBuilt: () => void): Promise<void> {
  const watcher = (await build({
    configFile: path.join(ROOT, configFile),
    build: { watch: {}, emptyOutDir: false },
    logLevel: 'warn',
  })) as Rolldown.RolldownWatcher;
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
      if (event.code !== 'END') return;
      onBuilt();
      resolve();
    });
  });
}

function startHost(): void {
  const before = running;
  const start = (): void => {
    running = spawn(process.execPath, ['--enable-source-maps', host], { cwd: ROOT, stdio: 'inherit' });
  };
  if (before === null || before.exitCode !== null) return start();
  before.once('exit', start);
  before.kill('SIGTERM');
}
