/**
 * What a link to a review begins with while there is no server: a name that leads nowhere (RFC 2606). The mail is held, and
 * gets the server's own name before it leaves (docs/adr/0023).
 */
const NOWHERE = 'https://server.invalid';

/** The address of a reviewer's page: nothing in it but the token, 256 random bits as base64url. */
export function panelLink(token: string): string {
  return `${NOWHERE}/p/${token}`;
}
