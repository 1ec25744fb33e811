import type { PageLinks } from '../../../shared/domain/panel-context.js';
import { hmacSha256, sha256Hex } from '../../data/hmac-sha256.js';

/** Tokens of links to pages of the server, drawn from 256 random bits without a network. */
export function pageLinks(seed: string): PageLinks {
  return { drawToken: (name) => base64Url(hmacSha256(seed, `page ${name}`)), hash: sha256Hex };
}

/** RFC 4648 5, without padding, of hexadecimal digits. */
function base64Url(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
