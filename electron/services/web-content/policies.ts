type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * What the page may do (security.md 2). Styles need the nonce of this very load, no script is ever made from text, and
 * nothing is reached but the host that served the page.
 */
export function pagePolicy(nonce: string): string {
  return write({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-src': ["'self'"],
    'worker-src': ["'self'"],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default', 'ProseMirrorClipboard', 'dompurify'],
  });
}

/** A worker is ruled by its own response: only there may WebAssembly be compiled (image formats inside PDF files). */
export function workerPolicy(): string {
  return write({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'connect-src': ["'self'"],
  });
}

/** For everything that is no page: should it ever be shown as one, it may do nothing. */
export function assetPolicy(): string {
  return write({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });
}

function write(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
