import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, MERGE_FIELDS, parseTemplate, type FieldValues } from './merge-fields.js';

const VALUES: FieldValues = {
  'given-name': 'Åsa',
  'family-name': '',
  'vacancy-title': 'Graduate programme',
  'vacancy-ref-number': 'GP-27',
  department: 'Engineering',
  company: 'Example AB',
  'contact-person': 'Bo Ek',
  'recruiter-name': 'Eva Lind',
};

function filled(source: string): string {
  return fillTemplate(source, VALUES)
    .pieces.map(({ text }) => text)
    .join('');
}

describe('merge fields (G-8)', () => {
  it('fills every field of the list, and the other names of the vacancy title', () => {
    expect(filled('{given-name}: {vacancy-title} ({vacancy-ref-number}), {company}')).toBe(
      'Åsa: Graduate programme (GP-27), Example AB',
    );
    expect(filled('{title} {vacancy}')).toBe('Graduate programme Graduate programme');
    for (const field of MERGE_FIELDS) expect(parseTemplate(`{${field}}`)[0]?.kind).toBe('field');
  });

  it.each([
    ['{signature}', 'signature'],
    ['{Given-Name}', 'Given-Name'],
    ['{Ärende}', 'Ärende'],
    ['{имя}', 'имя'],
    ['{ nonsense }', 'nonsense'],
    ['{{given-name}}', '{given-name}'],
    ['{{given-name}', '{given-name'],
    ['{{ given-name }}', '{ given-name }'],
    ['{{{{given-name}', '{{{given-name'],
    ['{given-name}}', 'given-name}'],
    ['{given-name', 'given-name…'],
    ['{{given-name', '{given-name…'],
    ['{ given-name', 'given-name…'],
    ['{Ärende', 'Ärende…'],
    ['{gender-specific male="he" female="she"}', 'gender-specific male="he" female="she"'],
  ])('C32 names %s as unknown and leaves it to be seen', (source, name) => {
    expect(fillTemplate(source, VALUES).unknown).toEqual([name]);
    expect(filled(`a ${source} b`)).toBe(`a ${source} b`);
  });

  it.each(['{', '}', '{}', '{{}}', '{ 1 }', '{-name}', '{\n}', '{\ngiven-name}', 'name}'])(
    'takes %j as text',
    (source) => {
      expect(parseTemplate(source).every(({ kind }) => kind === 'text')).toBe(true);
      expect(filled(source)).toBe(source);
    },
  );

  it.each(['{given-name}', '{ given-name }', '{given-name }', '{\u00a0given-name}'])('fills %j', (source) => {
    expect(filled(`Hej ${source}!`)).toBe('Hej Åsa!');
  });

  it('C32 names a field that is not closed on its line, and fills the next one', () => {
    expect(parseTemplate('Hej {given-name,\nom {company}').map(({ kind }) => kind)).toEqual([
      'text',
      'unknown',
      'text',
      'field',
    ]);
    expect(fillTemplate('{given-name {company}', VALUES).unknown).toEqual(['given-name…']);
  });

  it('C32 names a field for which the records hold nothing', () => {
    expect(fillTemplate('Dear {family-name},', VALUES).unfilled).toEqual(['family-name']);
    expect(fillTemplate('{company}', { ...VALUES, company: ' \u200e\n' }).unfilled).toEqual(['company']);
  });

  it('loses nothing: the parts of any text joined are the text', () => {
    const source = fc.array(fc.oneof(fc.string(), fc.constantFrom('{', '}', '{{', ...MERGE_FIELDS, '{given-name}')));
    fc.assert(
      fc.property(source, (pieces) => {
        const text = pieces.join('');
        const parts = parseTemplate(text).map((part) => (part.kind === 'text' ? part.text : part.tag));
        expect(parts.join('')).toBe(text);
      }),
    );
  });

  it('fills in no line end and no control character, whatever a candidate typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { pieces } = fillTemplate('{given-name}', { ...VALUES, 'given-name': name });
        // Control characters are what must not come through.
        // eslint-disable-next-line no-control-regex
        expect(pieces.map(({ text }) => text).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
      }),
    );
  });

  it('never reads a value as a template', () => {
    expect(fillTemplate('{given-name}', { ...VALUES, 'given-name': '{company} {nonsense}' })).toEqual({
      pieces: [{ text: '{company} {nonsense}', merged: true }],
      unknown: [],
      unfilled: [],
    });
  });

  it('reads a text of nothing but braces without delay', () => {
    expect(parseTemplate('{'.repeat(20_000))).toHaveLength(1);
    expect(parseTemplate('{a'.repeat(10_000))).toHaveLength(10_000);
    expect(parseTemplate(`{${' '.repeat(20_000)}`)).toHaveLength(1);
  });
});
