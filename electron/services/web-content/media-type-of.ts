import path from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** By the name's ending; what is unknown (pdf.js has `.bcmap`, `.pfb`, `.icc`) are bytes that nobody may guess about. */
export function mediaTypeOf(pathname: string): string {
  return MEDIA_TYPES[path.posix.extname(pathname).toLowerCase()] ?? 'application/octet-stream';
}
