import { readRecord } from '../read-record.js';
import type { OpenRow } from '../sealed-row.js';
import { TEXT_KINDS, type IndexedText, type TextKind } from './indexed-text.js';

/** The kinds of text that a record of a table holds itself. */
const KINDS: Readonly<Record<string, readonly TextKind[]>> = {
  person: ['personNote'],
  application: ['application', 'applicationNote'],
};

/** What people and recruiters wrote into a record; empty texts for what is not, or no longer, there. */
export function recordTexts(row: OpenRow): readonly IndexedText[] {
  const owner = row.dossier;
  if (owner === null) return [];
  const written = writtenIn(row);
  return (KINDS[row.table] ?? []).map((kind) => ({ id: row.id, kind, owner, text: written.get(kind) ?? '' }));
}

function writtenIn(row: OpenRow): ReadonlyMap<TextKind, string> {
  const texts = new Map<TextKind, string>();
  const person = readRecord('person', row);
  if (person !== null) texts.set('personNote', notesIn(person.events));
  const application = readRecord('application', row);
  if (application !== null) {
    const { text, answers } = application.fields;
    texts.set('application', [text, ...Object.values(answers)].join('\n').trim());
    texts.set('applicationNote', notesIn(application.events));
  }
  return texts;
}

function notesIn(events: readonly { readonly type: string; readonly text?: string }[]): string {
  return events.flatMap(({ type, text }) => (type === 'note' && text !== undefined ? [text] : [])).join('\n');
}

/** Every text that a record can have been the source of: what goes when the record goes. */
export function textsOfGone({ id }: Pick<OpenRow, 'id'>): readonly { readonly id: string; readonly kind: TextKind }[] {
  return TEXT_KINDS.map((kind) => ({ id, kind }));
}
