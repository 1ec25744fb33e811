import path from 'node:path';
import { defineConfig } from 'vite';

/** The web host, apart from Electron's build: it is never packaged (electron-builder.config.ts leaves it out). */
export default defineConfig({
  // Typst holds a native part, which no bundle can.
  ssr: { noExternal: true, external: ['@myriaddreamin/typst-ts-node-compiler'], target: 'node' },
  build: {
    ssr: path.resolve(import.meta.dirname, 'electron/web-host/index.ts'),
    outDir: 'out/web-host',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'index.js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
