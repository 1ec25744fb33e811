import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipients } from './parse-recipients.js';

describe('R18, R29 recipients as they are typed', () => {
  it.each([
    ['per@example.org', [['', 'per@example.org']]],
    ['Per Holm <per@example.org>', [['Per Holm', 'per@example.org']]],
    [
      '"Holm, Per" <per@example.org>; eva@example.org,',
      [
        ['Holm, Per', 'per@example.org'],
        ['', 'eva@example.org'],
      ],
    ],
    ['per@example.org\nPER@example.org', [['', 'per@example.org']]],
    ['  , ;', []],
  ])('%s', (typed, expected) => {
    const { mailboxes, wrong } = parseRecipients(typed);
    expect([mailboxes.map(({ name, address }) => [name, address]), wrong]).toEqual([expected, []]);
  });

  it('what is no address is named as it was typed, and the others are read', () => {
    expect(parseRecipients('Per, per@, "x" <y>, eva@example.org')).toEqual({
      mailboxes: [{ name: '', address: 'eva@example.org' }],
      wrong: ['Per', 'per@', '"x" <y>'],
    });
  });

  it('nothing typed can make a name of several lines, and no text is taken for long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const text = `${typed} <a@example.org>`;
        // eslint-disable-next-line no-control-regex
        for (const { name } of parseRecipients(text).mailboxes) expect(name).not.toMatch(/[\u0000-\u001f]/);
      }),
    );
    expect(parseRecipients('"'.repeat(20_000)).mailboxes).toEqual([]);
    expect(parseRecipients('<,'.repeat(10_000)).mailboxes).toEqual([]);
  });
});
