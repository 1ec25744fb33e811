import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translate.js';
import { LANGUAGES } from '../../shared/records/primitives.js';
import { menuTemplate } from './menu-template.js';
import { systemLanguage } from './system-language.js';

describe('the language of the system', () => {
  it.each([
    [['sv-FI', 'en'], 'sv'],
    [['fi-FI', 'da-DK'], 'da'],
    [['nn-NO'], 'nb'],
    [['no'], 'nb'],
    [['fr-FR'], 'en'],
    [[], 'en'],
  ])('%j is met with %s', (preferred, language) => {
    expect(systemLanguage(preferred)).toBe(language);
  });
});

describe('the menu', () => {
  it.each(LANGUAGES)('has words for everything in %s', (language) => {
    const template = menuTemplate(createTranslator(language).t, 'darwin', true);
    const labels = template.flatMap(({ label, submenu }) => [
      label,
      ...(Array.isArray(submenu)
        ? submenu.filter(({ type, role }) => type !== 'separator' && role !== 'zoom')
        : []
      ).map((item) => item.label),
    ]);
    for (const label of labels) expect(label).toMatch(/^(?!shell\.).+/);
  });

  it('has Edit with its roles on macOS, because they are what makes the keys work there', () => {
    const template = menuTemplate(createTranslator('en').t, 'darwin', true);
    const roles = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu.map(({ role }) => role) : []));
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit']));
  });

  it('has no developer tools in the packaged program', () => {
    const roles = (packaged: boolean): unknown[] =>
      menuTemplate(createTranslator('en').t, 'linux', packaged).flatMap(({ submenu }) =>
        Array.isArray(submenu) ? submenu.map(({ role }) => role) : [],
      );
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
  });
});
