import path from 'node:path';
import { mediaTypeOf } from './media-type-of.js';
import { assetPolicy, pagePolicy, workerPolicy } from './policies.js';

/** The headers of one of the renderer's files, by its path in the address; the same in both hosts. */
export function headersFor(pathname: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': mediaTypeOf(pathname),
    'Content-Security-Policy': policyOf(pathname, nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    // Names under /assets/ carry a hash of their content; a page carries its nonce.
    'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  };
}

function policyOf(pathname: string, nonce: string): string {
  const name = path.posix.basename(pathname);
  if (name === '' || name.endsWith('.html')) return pagePolicy(nonce);
  return /\bworker\b.*\.m?js$/i.test(name) ? workerPolicy() : assetPolicy();
}
