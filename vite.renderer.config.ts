import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_PLACEHOLDER } from './electron/services/web-content/create-web-content.js';

const here = (...parts: string[]): string => path.resolve(import.meta.dirname, ...parts);

/** The page, the same for both hosts. A part of Electron's build; `npm run dev` watches it alone. */
export default defineConfig({
  root: here('renderer'),
  base: './',
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: here('out/renderer'),
    emptyOutDir: true,
    minify: true,
    target: 'chrome140',
    // The policy has no `data:` for scripts, workers and fonts.
    assetsInlineLimit: 0,
    // Only old browsers need it, and it fetches what the policy would have to allow.
    modulePreload: { polyfill: false },
    // Loaded from this very machine: size counts for the package, not for a network.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: { index: here('renderer/index.html') } },
  },
});
