import { CONTENTS_SLOT } from '../../../shared/domain/message-text.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Language } from '../../../shared/records/primitives.js';
import shippedLayout from '../../../resources/mail/layout.mjml?raw';

type Layout = Result<string, 'mail/invalid-template'>;

/**
 * The mail layout of a language as HTML, compiled once each: MJML takes half a second to load and 7 ms a mail, filling
 * the slot takes microseconds.
 */
export function createLayouts(source: string = shippedLayout): (language: Language) => Promise<Layout> {
  const compiled = new Map<Language, Promise<Layout>>();
  return async (language) => {
    const layout = compiled.get(language) ?? compile(source, language);
    compiled.set(language, layout);
    return await layout;
  };
}

async function compile(source: string, language: Language): Promise<Layout> {
  const { default: mjml } = await import('mjml');
  try {
    // Without `fonts` MJML would link Google's for some font names: a mail must fetch nothing from anywhere.
    const { html } = await mjml(source.replaceAll('{lang}', language), { validationLevel: 'strict', fonts: {} });
    // An unclosed tag gives an empty mail and no error, so what matters is looked for.
    const slots = html.split(CONTENTS_SLOT).length - 1;
    if (slots !== 1) return failure('mail/invalid-template', `the slot stands in it ${String(slots)} times`);
    return success(html.replace(/\n\s*/g, '\n').trim());
  } catch (error) {
    return failure('mail/invalid-template', error instanceof Error ? error.message : undefined);
  }
}
