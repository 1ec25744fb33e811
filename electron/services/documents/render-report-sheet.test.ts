import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { ReportSheet } from '../../../shared/records/report-sheet.js';
import { pagesOf, squeezed, wordsOn } from '../testing/pdf-text.js';
import { renderReportSheet } from './render-report-sheet.js';
import { createTypesetter } from './typesetter.js';

const typeset = createTypesetter();
const common = { language: 'sv', date: '2026-11-21', title: 'Kandidatrapport' } as const;

const CANDIDATE = {
  ...common,
  kind: 'candidate',
  place: '3 / 25',
  name: 'Åsa Łukasiewicz-Erdős',
  lines: ['Inbjuden, Intervju 1', 'asa@example.com · +46 70 123 45 67'],
  files: [
    { name: 'CV #1 [*bold*] $x$.pdf', note: '2 sidor', missing: false },
    { name: 'CV.docx', note: 'Word-filens text', missing: false },
  ],
  texts: [{ heading: 'CV.docx', text: 'Kan C++ och .NET\n\n\uF0B7 svetsare\n= ingen rubrik' }],
} as const;

async function render(sheet: unknown) {
  const made = await renderReportSheet(typeset, ReportSheet.parse(sheet));
  if (!made.ok) throw new Error(made.code);
  return { ...made.value, pages: (await pagesOf(made.value.pdf)).map(wordsOn) };
}

describe('G-15 the sheets of a candidate report', () => {
  it.each(LANGUAGES)(
    'name the candidate, the files and how each was put in, in %s; nothing is read as markup',
    async (language) => {
      const { pages, replaced } = await render({ ...CANDIDATE, language });
      expect(replaced).toBe(false);
      expect(pages).toHaveLength(2);
      const { name, place, lines, files } = CANDIDATE;
      for (const words of [name, place, ...lines, ...files.flatMap((file) => [file.name, file.note])]) {
        expect(pages[0]).toContain(squeezed(words));
      }
      expect(pages[1]).toBe(squeezed('CV.docx Kan C++ och .NET • svetsare = ingen rubrik'));
    },
  );

  it('the contents say on which page everybody begins, and what is missing; a hundred go on to further pages', async () => {
    const entries = Array.from({ length: 100 }, (_, n) => ({
      name: `Person ${n.toString()}`,
      note: n === 7 ? 'CV.pdf: låst' : '',
      page: 1000 + n,
    }));
    const { pages } = await render({
      ...common,
      kind: 'contents',
      lines: ['Trainee'],
      heads: ['Kandidat', 'Sida'],
      entries,
    });
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.join('');
    for (const { name, page } of entries)
      expect(all).toMatch(new RegExp(`${squeezed(name)}(CV.pdf:låst)?${page.toString()}`));
  });

  it('a name that the font lacks does not keep the others from their report: question marks stand for it', async () => {
    const { pages, replaced } = await render({ ...CANDIDATE, name: 'Li 李 🎓 Åsa' });
    expect(replaced).toBe(true);
    expect(pages[0]).toContain('Li??Åsa');
  });
});
