import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { pdfjsFiles } from './scripts/pdfjs-files.js';
import { NONCE_PLACEHOLDER } from './electron/services/web-content/create-web-content.js';

const here = (...parts: string[]): string => path.resolve(import.meta.dirname, ...parts);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Everything but Electron and Node goes into the bundle: the package then needs no node_modules. Not minified, because
      // mjml then silently looks for packages that are not there.
      externalizeDeps: false,
      minify: false,
      rolldownOptions: { input: { index: here('electron/main/index.ts') } },
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
  renderer: {
    root: here('renderer'),
    plugins: [react(), pdfjsFiles(import.meta.dirname)],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: here('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The policy has no `data:` for scripts, workers and fonts.
      assetsInlineLimit: 0,
      // Only old browsers need it, and it fetches what the policy would have to allow.
      modulePreload: { polyfill: false },
      // Loaded from this very machine: size counts for the package, not for a network.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: here('renderer/index.html') } },
    },
  },
});
