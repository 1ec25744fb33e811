import { isEmailAddress } from '../../../shared/domain/email-address.js';
import { LINK_ADDRESS } from '../../../shared/lib/link-address.js';

/**
 * Where a link leads, from what somebody types: an address with or without `https://`, or an email address. Null where
 * it is neither. A page that is not secured is asked for secured.
 */
export function linkTarget(typed: string): string | null {
  const text = typed.trim();
  if (isEmailAddress(text)) return `mailto:${text}`;
  const address = /^[a-z]+:/i.test(text) ? text.replace(/^https?:\/\//i, 'https://') : `https://${text}`;
  const host = /^https:\/\/([^/?#]+)/.exec(address)?.[1];
  if (host !== undefined && !/\.[^.]/.test(host) && !host.startsWith('localhost')) return null;
  return LINK_ADDRESS.test(address) ? address : null;
}
