const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that may be sent as it is: only the tag {@link html} makes it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a hole: text is escaped, also in an attribute between quotation marks; null and false are nothing. */
type Hole = Html | string | number | null | false | readonly Hole[];

/** HTML whose holes cannot leave their place: text, or the value of a quoted attribute. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return new Html(parts.reduce((text, part, at) => text + filled(holes[at - 1] ?? null) + part));
}

/** An attribute that says something by standing there. */
export function when(is: boolean, attribute: 'checked' | 'required' | 'autofocus'): Html | null {
  return is ? new Html(` ${attribute}`) : null;
}

function filled(hole: Hole): string {
  if (hole === null || hole === false) return '';
  if (hole instanceof Html) return hole.text;
  if (typeof hole === 'string') return hole.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
  return typeof hole === 'number' ? hole.toString() : hole.map(filled).join('');
}
