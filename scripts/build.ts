import { programOf, runNode, startedAs } from './program.js';

/** Builds Electron's three parts and the web host into `out/`; false when one of them failed, with its output shown. */
export async function build(): Promise<boolean> {
  const builds = [
    { name: 'electron main, preload, renderer', program: programOf('electron-vite'), args: ['build'] },
    { name: 'web host', program: programOf('vite'), args: ['build', '--config', 'vite.web-host.config.ts'] },
  ];
  for (const { name, program, args } of builds) {
    const { code, output } = await runNode(program, [...args, '--logLevel', 'warn'], {
      environment: { NODE_ENV: 'production' },
    });
    process.stdout.write(`${code === 0 ? '✓' : '✗'} built ${name}\n`);
    if (output.trim() !== '') process.stdout.write(`${output.trim()}\n`);
    if (code !== 0) return false;
  }
  return true;
}

if (startedAs(import.meta.url)) process.exitCode = (await build()) ? 0 : 1;
