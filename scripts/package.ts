import { build } from './build.js';
import { programOf, runNode } from './program.js';

// Builds and packs for the system it runs on; further arguments go to electron-builder (`npm run package -- --dir`).
if (!(await build())) process.exit(1);
const { code } = await runNode(programOf('electron-builder'), ['--publish', 'never', ...process.argv.slice(2)], {
  shown: true,
});
process.exitCode = code;
