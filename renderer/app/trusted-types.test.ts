import { describe, expect, it } from 'vitest';
import { trustedTypeRules } from './trusted-types.js';

const rules = trustedTypeRules('http://127.0.0.1:4000');

describe('the trusted types policy', () => {
  it('lets style text through and throws at anything that could be a tag', () => {
    expect(rules.createHTML('.a { color: red }')).toBe('.a { color: red }');
    for (const text of ['<b>x</b>', '&lt;<', '< script']) expect(() => rules.createHTML(text)).toThrow(TypeError);
  });

  it('throws at every script made from text', () => {
    expect(() => rules.createScript('1')).toThrow(TypeError);
  });

  it('lets scripts of our own origin through and throws at every other', () => {
    expect(rules.createScriptURL('/assets/pdf.worker.mjs')).toBe('/assets/pdf.worker.mjs');
    for (const address of ['https://example.com/a.js', '//example.com/a.js', 'data:text/javascript,1', 'blob:null/1']) {
      expect(() => rules.createScriptURL(address)).toThrow(TypeError);
    }
  });
});
