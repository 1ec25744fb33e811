import type { MailLayout } from '../domain/mail-layout.js';

/** A layout as small as one can be, for whatever does not ask MJML. */
export const PLAIN_MAIL_LAYOUT = {
  before: '<html><body>',
  words: ['<div>', '</div>'],
  button: ['<a href="', '">', '</a>'],
  divider: '<hr>',
  after: '</body></html>',
} as const satisfies MailLayout;
