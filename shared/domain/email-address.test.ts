import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, isEmailAddress } from './email-address.js';

describe('one plain address (R18)', () => {
  it.each([
    'a@example.com',
    'first.last+fair@student.example.co.uk',
    "o'brien@example.ie",
    'x_y-z@xn--bcher-kva.example',
    'info@bücher.example',
    'me@1and1.example',
    `${'a'.repeat(64)}@example.com`,
  ])('takes %s', (address) => {
    expect(isEmailAddress(address)).toBe(true);
  });

  it.each([
    '',
    'example.com',
    '@example.com',
    'a@',
    'a@b',
    'a@localhost',
    'a@@example.com',
    'a@b@example.com',
    'a b@example.com',
    ' a@example.com',
    'a@example.com ',
    'a@example.com\n',
    'a@example.com\r\nBcc: b@example.com',
    'a@exam\0ple.com',
    '.a@example.com',
    'a.@example.com',
    'a..b@example.com',
    '"a b"@example.com',
    'Anna <a@example.com>',
    'a@example.com, b@example.com',
    'undisclosed:;',
    'a(comment)@example.com',
    'a@[192.0.2.1]',
    'a@192.0.2.1',
    'a@-example.com',
    'a@example-.com',
    'a@example..com',
    'a@example.com.',
    'åsa@example.com',
    'a＠example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'bcd.'.repeat(70)}com`,
  ])('refuses %j', (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });

  it('takes ordinary addresses, and never one that could end a line or name a second recipient', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(/^[^"]{1,64}@/.test(address));
        expect(isEmailAddress(address)).toBe(true);
      }),
    );
    const dangerous = fc.constantFrom('\r', '\n', '\0', ',', ';', ':', '<', '>', ' ', '\t', '"', '(', '\\', '\u2028');
    fc.assert(
      fc.property(fc.emailAddress(), dangerous, fc.nat(), (address, mark, place) => {
        const at = place % (address.length + 1);
        expect(isEmailAddress(address.slice(0, at) + mark + address.slice(at))).toBe(false);
      }),
    );
  });

  it('knows the domain', () => {
    expect(domainOf('Anna@Example.COM')).toBe('example.com');
  });
});
