/**
 * The compiled mail layout of a language, cut where our blocks go: HTML made by MJML at the host, once. Whatever a
 * person writes is put between these pieces and never passes through MJML, so it can neither break a mail nor empty it.
 */
export interface MailLayout {
  readonly before: string;
  /** Around paragraphs, headings and lists. */
  readonly words: readonly [string, string];
  /** Before the address, between address and label, after the label. */
  readonly button: readonly [string, string, string];
  readonly divider: string;
  readonly after: string;
}

/** What stands between the pieces of a layout: markup of our own making, everything typed or filled in escaped. */
export type MailBlock =
  | { readonly kind: 'words'; readonly html: string }
  | { readonly kind: 'button'; readonly address: string; readonly label: string }
  | { readonly kind: 'divider' };

/** The whole HTML of a mail: what the preview shows and what is sent. */
export function composeMail(layout: MailLayout, blocks: readonly MailBlock[]): string {
  const inside = joinWords(blocks).map((block) => {
    switch (block.kind) {
      case 'words':
        return `${layout.words[0]}${block.html}${layout.words[1]}`;
      case 'button':
        return `${layout.button[0]}${block.address}${layout.button[1]}${block.label}${layout.button[2]}`;
      case 'divider':
        return layout.divider;
    }
  });
  return [layout.before, ...inside, layout.after].join('\n');
}

/** Blocks of words in a row are one piece of the layout. */
function joinWords(blocks: readonly MailBlock[]): readonly MailBlock[] {
  const joined: MailBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'words' && last?.kind === 'words') {
      joined[joined.length - 1] = { kind: 'words', html: last.html + block.html };
    } else joined.push(block);
  }
  return joined;
}
