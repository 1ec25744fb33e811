/**
 * What the page may do, decided without Electron so that every decision can be tested alone. `guard-session.ts` and
 * `guard-contents.ts` only ask here. Numbers are those of Electron's own checklist.
 */

/** The one origin there is. Its IndexedDB hangs on it: never change it. */
export const APP_ORIGIN = 'app://fairdesk';

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Whether an address belongs to the page. `URL.origin` is opaque for custom schemes, so it is put together here. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address);
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN && url.username === '' && url.password === '';
}

/** 13: the window shows the one page; within it the router changes the fragment, which is no navigation. */
export function decideNavigation(address: string): 'allow' | 'refuse' {
  const url = parse(address);
  return url !== null && isOwnAddress(address) && url.pathname === '/' ? 'allow' : 'refuse';
}

/** 13: a frame inside the page shows a mail preview, and nothing else. */
export function decideFrameNavigation(address: string): 'allow' | 'refuse' {
  const url = parse(address);
  return url !== null && isOwnAddress(address) && url.pathname.startsWith('/preview/') ? 'allow' : 'refuse';
}

/** 15: nothing is handed to the operating system unasked, and only what a browser or a mail program opens. */
export function decideExternal(address: string): 'ask' | 'refuse' {
  const url = parse(address);
  if (url === null || address.length > 2000 || url.username !== '' || url.password !== '') return 'refuse';
  return url.protocol === 'https:' || url.protocol === 'mailto:' ? 'ask' : 'refuse';
}

/** 5: keeping its store, and copying text; from the page itself. */
export function decidePermission(permission: string, origin: string): 'allow' | 'refuse' {
  return ALLOWED_PERMISSIONS.has(permission) && isOwnAddress(origin) ? 'allow' : 'refuse';
}

/** 1, 18: all network is the host's. The page reaches its own origin and what it made itself. */
export function decideRequest(address: string, developing: boolean): 'allow' | 'refuse' {
  const url = parse(address);
  if (url === null) return 'refuse';
  if (isOwnAddress(address) || url.protocol === 'data:') return 'allow';
  if (url.protocol === 'blob:') return isOwnAddress(address.slice('blob:'.length)) ? 'allow' : 'refuse';
  return developing && url.protocol === 'devtools:' ? 'allow' : 'refuse';
}

/** A file that somebody saves comes from the page itself. */
export function decideDownload(address: string): 'allow' | 'refuse' {
  return decideRequest(address, false);
}

/** 17: who may call the host: the page itself, not a frame inside it. */
export function isTrustedSender(sender: { readonly url: string; readonly isTop: boolean } | null): boolean {
  return sender?.isTop === true && decideNavigation(sender.url) === 'allow';
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
