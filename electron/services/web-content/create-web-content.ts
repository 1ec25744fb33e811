import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { errorCode } from '../disk/error-code.js';
import { headersFor } from './headers-for.js';
import { resolveAppPath } from './resolve-app-path.js';

/** Stands in the built page wherever the nonce of the load belongs; Vite writes it there (`html.cspNonce`). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Answers what the page asks of its own origin: the lane (files, previews) or one of the renderer's files. */
export type WebContent = (request: Request) => Promise<Response>;

export interface WebContentSources {
  /** Absolute path of the built renderer. */
  readonly folder: string;
  /** The services' lane; null when the path is none of theirs. */
  readonly lane: (request: Request) => Promise<Response | null>;
}

/**
 * The one web server of both hosts: Electron hands it the requests of `app://fairdesk`, the web host those of its port.
 *
 * Each load of the page gets a nonce of its own. The page finds it in Vite's own place,
 * `document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce`, and gives it to what inserts styles
 * (Mantine's `getStyleNonce`, `setNonce` of get-nonce).
 */
export function createWebContent({ folder, lane }: WebContentSources): WebContent {
  return async (request) => {
    const ofServices = await lane(request);
    if (ofServices !== null) return ofServices;
    if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405);
    const { pathname } = new URL(request.url);
    const file = resolveAppPath(pathname, folder);
    const content = file === null ? null : await readIfThere(file);
    if (content === null) return plainAnswer(404);
    const nonce = randomBytes(16).toString('base64');
    const headers = headersFor(pathname, nonce);
    if (request.method === 'HEAD') return new Response(null, { headers });
    return new Response(headers['Content-Type']?.startsWith('text/html') === true ? fill(content, nonce) : content, {
      headers,
    });
  };
}

function fill(page: Buffer<ArrayBuffer>, nonce: string): string {
  return page.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
}

function plainAnswer(status: number): Response {
  return new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } });
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error))) return null;
    throw error;
  }
}
