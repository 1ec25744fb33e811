import path from 'node:path';

/**
 * The file that an address's path means, inside the folder; `/` is the page itself. Null for anything that leads out of the
 * folder, in whatever spelling, and for what is no path.
 */
export function resolveAppPath(pathname: string, folder: string): string | null {
  const decoded = decode(pathname);
  // Windows' separators and streams mean nothing in our addresses, so they can only be meant badly.
  if (decoded === null || !decoded.startsWith('/') || /[\\:\0]/.test(decoded)) return null;
  const file = path.resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  const inside = path.relative(folder, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
