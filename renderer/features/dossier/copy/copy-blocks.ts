import type { CopyBlock } from '../../../../shared/records/copy-document.js';

export function heading(text: string): CopyBlock {
  return { kind: 'heading', text };
}

export function subheading(text: string): CopyBlock {
  return { kind: 'subheading', text };
}

export function paragraph(text: string): CopyBlock {
  return { kind: 'paragraph', text };
}

/** Words that somebody wrote; nothing where nobody wrote any. */
export function quotes(text: string): readonly CopyBlock[] {
  return text.trim() === '' ? [] : [{ kind: 'quote', text }];
}

/** Rows of what is known; those without a value are left out, and nothing is left of none. */
export function facts(rows: readonly (readonly [label: string, value: string])[]): readonly CopyBlock[] {
  const known = rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
  return known.length === 0 ? [] : [{ kind: 'facts', rows: known }];
}
