/** Everything that a laptop needs to join, in one text to be pasted or photographed. */
export interface Invitation {
  readonly server: string;
  readonly code: string;
}

const BEGINNING = 'fairdesk://join?';

export function invitationLink({ server, code }: Invitation): string {
  return `${BEGINNING}${new URLSearchParams({ server, code }).toString()}`;
}

/** Null where the text is no such link. */
export function readInvitation(text: string): Invitation | null {
  const typed = text.trim();
  if (!typed.startsWith(BEGINNING)) return null;
  const said = new URLSearchParams(typed.slice(BEGINNING.length));
  const [server, code] = [said.get('server') ?? '', said.get('code') ?? ''];
  return server === '' || code === '' ? null : { server, code };
}
