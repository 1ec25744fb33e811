import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** What pdf.js fetches only when a document asks for it: character maps, standard fonts, colour profiles, image decoders. */
const FOLDERS = ['cmaps', 'standard_fonts', 'iccs', 'wasm'];

/** Puts pdf.js's own files into the built renderer, at `/pdfjs/<folder>/<file>`. */
export function pdfjsFiles(root: string): Plugin {
  return {
    name: 'fairdesk:pdfjs-files',
    apply: 'build',
    generateBundle() {
      for (const folder of FOLDERS) {
        const source = path.join(root, 'node_modules', 'pdfjs-dist', folder);
        for (const name of readdirSync(source))
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: readFileSync(path.join(source, name)),
          });
      }
    },
  };
}
