import { build } from './build.js';
import { electronBinary } from './electron-binary.js';
import { programOf, runNode } from './program.js';

// `npm run e2e:electron`: the same specs, in the real Electron, where its program is.
if (electronBinary() === null) {
  process.stderr.write('Electron’s program is not here. Type: npx install-electron\n');
  process.exit(1);
}
if (!(await build())) process.exit(1);
const { code } = await runNode(programOf('@playwright/test', 'playwright'), ['test', ...process.argv.slice(2)], {
  shown: true,
  environment: { FAIRDESK_E2E: 'electron' },
});
process.exitCode = code;
