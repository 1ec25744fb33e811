/** First parts of the paths below which a token stands: it is in no log. */
export const TOKEN_PATHS = ['p', 'r'] as const;
/** And of all below which people open pages. */
const PAGE_PATHS = [...TOKEN_PATHS, 'my'] as const;

const PAGE = new RegExp(`^[/.]*(?:${PAGE_PATHS.join('|')})(?![a-z0-9_-])`, 'i');
const BELOW_TOKEN_PATH = new RegExp(`^([/.]*(?:${TOKEN_PATHS.join('|')})/).+`, 'i');
/** 256 bits in base64url, and whatever is written right before or behind them. */
const TOKENS = /[\w-]{43,}/g;

/** Whether somebody means a page, however they spell its address: what is there is known to the router alone. */
export function isPagePath(url: string): boolean {
  return PAGE.test(pathOf(url));
}

/** The path as it may stand in a log: without tokens, which open what they lead to. */
export function withoutTokens(url: string): string {
  return pathOf(url).replace(BELOW_TOKEN_PATH, '$1…').replace(TOKENS, '…');
}

/** Without host and query; `%xx` as its letter, also where the whole can be no text. */
function pathOf(url: string): string {
  const path = (url.split('?')[0] ?? '').replace(/^https?:\/\/[^/]*/i, '');
  return path.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
