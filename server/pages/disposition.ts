import { safeFileName } from '../../shared/lib/file-name.js';

/** A file to be kept, never shown as a page: RFC 6266, with a name in ASCII for whoever knows no other. */
export function dispositionOf({ name }: { readonly name: string }): string {
  const safe = safeFileName(name);
  const plain = safe.normalize('NFKD').replace(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
