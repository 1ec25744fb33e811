/** RFC 5321 4.5.3.1: the longest address that fits a path. */
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;
const MAX_LABEL = 63;

/** RFC 5322 `dot-atom`, ASCII only: few mail servers take more, and none of them is a university's. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** A label may hold the letters of any script; the host writes it in ASCII (IDNA) before it goes out. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/**
 * Whether a text is one plain address, `local@domain` and nothing else: no name, no group, no quotes, no comment, no
 * address literal, no line end, at least two labels and a top level that is no number. Stricter than RFC 5322 on purpose.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > MAX_ADDRESS) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  if (at < 1 || local.length > MAX_LOCAL_PART || !LOCAL_PART.test(local)) return false;
  if (labels.length < 2 || labels.some((label) => label.length > MAX_LABEL || !LABEL.test(label))) return false;
  return !/^\p{N}+$/u.test(labels.at(-1) ?? '');
}

/** The part after the `@`, lower case. Only for what `isEmailAddress` accepts. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
