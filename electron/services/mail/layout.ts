import type { MailLayout } from '../../../shared/domain/mail-layout.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Language } from '../../../shared/records/primitives.js';
import shippedLayout from '../../../resources/mail/layout.mjml?raw';

type Layout = Result<MailLayout, 'mail/invalid-template'>;

/** Parts the pieces of the layout; the places of what is written. */
const CUT = '{cut}';
const SLOTS = [[], ['{words}'], ['{address}', '{label}'], [], []] as const;

/**
 * The mail layout of a language, compiled once each and cut into its pieces: MJML takes half a second to load and 7 ms a
 * mail, putting the pieces together takes microseconds, and nothing that anybody writes passes through MJML.
 */
export function createLayouts(source: string = shippedLayout): (language: Language) => Promise<Layout> {
  const compiled = new Map<Language, Promise<Layout>>();
  return async (language) => {
    const layout = compiled.get(language) ?? compileLayout(source, language);
    compiled.set(language, layout);
    return await layout;
  };
}

async function compileLayout(source: string, language: Language): Promise<Layout> {
  try {
    return cutLayout(await compileMjml(source, language));
  } catch (error) {
    return failure('mail/invalid-template', error instanceof Error ? error.message : undefined);
  }
}

/** MJML as HTML, without the indentation of its lines. Throws on unknown tags; an unclosed one it swallows with its text. */
export async function compileMjml(source: string, language: Language): Promise<string> {
  const { default: mjml } = await import('mjml');
  // Without `fonts` MJML would link Google's for some font names: a mail must fetch nothing from anywhere.
  const { html } = await mjml(source.replaceAll('{lang}', language), { validationLevel: 'strict', fonts: {} });
  return html.replace(/\n\s*/g, '\n').trim();
}

/** An unclosed tag gives an empty mail and no error, so every piece and every slot is looked for in its place. */
function cutLayout(html: string): Layout {
  const pieces = html.split(CUT).map((piece) => piece.trim());
  if (pieces.length !== SLOTS.length) return failure('mail/invalid-template', `it has ${String(pieces.length)} pieces`);
  for (const [at, slots] of SLOTS.entries()) {
    const found = pieces[at]?.match(/\{[a-z]+\}/g) ?? [];
    if (found.join() !== slots.join()) {
      return failure('mail/invalid-template', `piece ${String(at)} has the slots ${found.join(', ')}`);
    }
  }
  const [before = '', words = '', button = '', divider = '', after = ''] = pieces;
  if ([before, words, button, divider, after].includes('')) return failure('mail/invalid-template', 'a piece is empty');
  const shown = [`${before}${words}`, `${before}${button}`].map(wordsIn);
  if (!shown[0]?.includes('{words}') || !shown[1]?.includes('{label}')) {
    return failure('mail/invalid-template', 'a slot stands where nobody would see it');
  }
  const [wordsBefore = '', wordsAfter = ''] = words.split('{words}');
  const [address = '', label = '', labelAfter = ''] = button.split(/\{address\}|\{label\}/);
  return success({
    before,
    words: [wordsBefore, wordsAfter],
    button: [address, label, labelAfter],
    divider,
    after,
  });
}

/** Of the body, what stands in no comment, closed or not, no style sheet and no tag. */
function wordsIn(html: string): string {
  return html
    .replace(/^[^]*?<body\b/, '<body')
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<(style|script|title|template|textarea)\b[^]*?(?:<\/\1>|$)/g, '')
    .replace(/<[a-z/][^>]*(?:>|$)/gi, '');
}
