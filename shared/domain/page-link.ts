/**
 * What a link to a review begins with while there is no server: a name that leads nowhere (RFC 2606). The mail is held, and
 * gets the server's own name before it leaves (docs/adr/0023).
 */
const NOWHERE = 'https://server.invalid';

/** Where the pages are that links lead to. */
const PANEL_PAGE = '/p/';
const REPLY_PAGE = '/r/';
const PAGES = [PANEL_PAGE, REPLY_PAGE];

/** The address of a reviewer's page: nothing in it but the token, 256 random bits as base64url. */
export function panelLink(token: string): string {
  return `${NOWHERE}${PANEL_PAGE}${token}`;
}

/** The address of the page where a candidate answers an invitation, made in the same way. */
export function replyLink(token: string): string {
  return `${NOWHERE}${REPLY_PAGE}${token}`;
}

/** The same words with the address of the server that has the page, an origin, where the link said nowhere. */
export function leadToServer<Words extends { readonly text: string; readonly html: string }>(
  words: Words,
  pages: string,
): Words {
  const led = (said: string): string =>
    PAGES.reduce((rest, page) => rest.replaceAll(`${NOWHERE}${page}`, `${pages}${page}`), said);
  return { ...words, text: led(words.text), html: led(words.html) };
}
