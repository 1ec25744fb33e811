import path from 'node:path';
import { defineConfig } from 'electron-vite';
import renderer from './vite.renderer.config.js';

const here = (...parts: string[]): string => path.resolve(import.meta.dirname, ...parts);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Everything but Electron, Node and Typst goes into the bundle: the package needs no other node_modules. Not minified, because
      // mjml then silently looks for packages that are not there.
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { index: here('electron/main/index.ts') },
        // Holds a native part, which no bundle can.
        external: ['@myriaddreamin/typst-ts-node-compiler'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file that loads nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: here('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
});
