/**
 * What a link to a review begins with while there is no server: a name that leads nowhere (RFC 2606). The mail is held, and
 * gets the server's own name before it leaves (docs/adr/0023).
 */
const NOWHERE = 'https://server.invalid';

/** The address of a reviewer's page: nothing in it but the token, 256 random bits as base64url. */
export function panelLink(token: string): string {
  return `${NOWHERE}/p/${token}`;
}

/** The same words with the address of the server that has the page, an origin, where the link said nowhere. */
export function leadToServer<Words extends { readonly text: string; readonly html: string }>(
  words: Words,
  pages: string,
): Words {
  const [from, to] = [`${NOWHERE}/p/`, `${pages}/p/`];
  return { ...words, text: words.text.replaceAll(from, to), html: words.html.replaceAll(from, to) };
}
