import { createLayouts } from '../electron/services/mail/layout.js';
import { composeMail } from '../shared/domain/mail-layout.js';
import { MERGE_FIELDS, type FieldValues } from '../shared/domain/merge-fields.js';
import { renderContents, renderSubject } from '../shared/domain/message-text.js';
import { plainToRichText } from '../shared/domain/plain-to-rich-text.js';

const MAILS = 500;
const RUNS = 20;
const SUBJECT = 'Thank you for talking to us, {given-name}';
const CONTENTS = `Hi {given-name},

It was good to meet you at the fair, and thank you for your interest in {vacancy-title} at {company}.

- Have a look at https://example.com/jobs/{vacancy-ref-number}
- Ask {contact-person}

Kind regards
{recruiter-name}`;

export interface ComposeTimes {
  /** Text, HTML and offsets of 500 mails, in milliseconds. */
  readonly ours: number;
  /** Values escaped and put into a finished page by plain string replacement. */
  readonly limit: number;
}

/** What the mails of a bulk cost once the layout is there, beside the least that filling them in could cost. */
export async function measureComposing(): Promise<ComposeTimes> {
  const layout = await createLayouts()('en');
  if (!layout.ok) throw new Error(layout.code);
  const document = plainToRichText(CONTENTS);
  const people = Array.from({ length: MAILS }, (_, n) => valuesOf(n));
  const page = composeMail(layout.value, [{ kind: 'words', html: `<p>${CONTENTS}</p>` }]);
  let bytes = 0;
  const ours = fastest(() => {
    for (const values of people) {
      const contents = renderContents(document, values);
      bytes += renderSubject(SUBJECT, values).text.length + composeMail(layout.value, contents.blocks).length;
    }
  });
  const limit = fastest(() => {
    for (const values of people) bytes += replaced(SUBJECT, values).length + replaced(page, values).length;
  });
  if (bytes === 0) throw new Error('nothing was composed');
  return { ours, limit };
}

function valuesOf(n: number): FieldValues {
  return Object.fromEntries(MERGE_FIELDS.map((field) => [field, `${field} & ${n.toString()}`]));
}

function replaced(page: string, values: FieldValues): string {
  return page.replace(/\{([a-z-]+)\}/g, (tag, name: string) => {
    const value = (values as Readonly<Record<string, string>>)[name];
    return value === undefined ? tag : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  });
}

function fastest(work: () => void): number {
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
