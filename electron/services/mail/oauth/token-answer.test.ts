import { expect, it } from 'vitest';
import { isFresh, renewedTokens } from './token-answer.js';

const tokens = (seconds: number | undefined, obtainedAt: number) => ({
  issuer: '',
  refreshToken: 'r',
  signedInAs: '',
  ...renewedTokens(
    { access_token: 'a', token_type: 'bearer', ...(seconds === undefined ? {} : { expires_in: seconds }) },
    obtainedAt,
  ),
});

it('renews a token some minutes before it ends, and one of a short life not at once', () => {
  const hour = tokens(3600, 0);
  expect([isFresh(hour, 0), isFresh(hour, 54 * 60_000), isFresh(hour, 56 * 60_000)]).toEqual([true, true, false]);
  const short = tokens(60, 0);
  expect([isFresh(short, 0), isFresh(short, 47_000), isFresh(short, 49_000)]).toEqual([true, true, false]);
  expect(isFresh(tokens(undefined, 0), 30 * 60_000)).toBe(true);
});

it('does not believe a time that a wrong clock wrote down', () => {
  expect(isFresh(tokens(3600, 1_000_000), 999_999)).toBe(false);
});
