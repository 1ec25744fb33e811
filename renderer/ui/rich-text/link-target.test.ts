import { describe, expect, it } from 'vitest';
import { linkTarget } from './link-target.js';

describe('where a link leads', () => {
  it.each([
    ['example.com', 'https://example.com'],
    [' https://example.com/jobs?a=1 ', 'https://example.com/jobs?a=1'],
    ['HTTP://example.com', 'https://example.com'],
    ['example.com/{vacancy-ref-number}', 'https://example.com/{vacancy-ref-number}'],
    ['maja@example.com', 'mailto:maja@example.com'],
    ['mailto:maja@example.com', 'mailto:maja@example.com'],
  ])('%s', (typed, address) => {
    expect(linkTarget(typed)).toBe(address);
  });

  it.each(['', 'our jobs', 'jobs', 'javascript:alert(1)', 'file:///etc', 'https://', 'example.com/"x'])(
    'nowhere: %s',
    (typed) => {
      expect(linkTarget(typed)).toBeNull();
    },
  );
});
