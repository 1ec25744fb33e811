import { describe, expect, it } from 'vitest';
import { invitationLink, readInvitation } from './invitation-link.js';

describe('The link of an invitation', () => {
  const invitation = { server: 'https://sync.example.com:8443', code: 'ABCD-EFGH-JKMN-PQRS' };

  it('gives back what it was made of, with spaces around it too', () => {
    expect(readInvitation(` ${invitationLink(invitation)}\n`)).toEqual(invitation);
  });

  it('is not taken for one where it is an address, or where half of it is missing', () => {
    expect(readInvitation('https://sync.example.com')).toBeNull();
    expect(readInvitation('fairdesk://join?server=https%3A%2F%2Fsync.example.com')).toBeNull();
  });
});
