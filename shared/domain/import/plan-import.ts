import type { Change } from '../../changes/change-set.js';
import type { Language, PersonId, VacancyId } from '../../records/primitives.js';
import { NOTE_LIMIT, planPerson, type CaptureContext, type CaptureForm, type CaptureProblem } from '../capture.js';
import { cleanContact, type ContactDetails } from '../contact-details.js';
import type { KnownPerson } from '../duplicates.js';
import { ADDRESS_LINES, noteAddress } from '../postal-address.js';
import { addToKnown, type KnownApplicant } from './add-to-known.js';
import { indexPeople, type KnownBy, type PeopleIndex } from './index-people.js';
import type { ColumnMapping, ImportRow, ImportTable, RowFault } from './import-table.js';
import { readRow, type ImportDraft } from './read-row.js';

/** What becomes of a row whose person is on file already: left out, filed once more, or added to the person on file. */
export const KNOWN_CHOICES = ['skip', 'add', 'file'] as const;
export type KnownChoice = (typeof KNOWN_CHOICES)[number];

export interface ImportSettings {
  readonly mapping: ColumnMapping;
  /** Null files prospects (G-12). */
  readonly vacancyId: VacancyId | null;
  /** Of mails to whoever has none in the file. */
  readonly language: Language;
  readonly known: KnownChoice;
}

/** Somebody on file, with what decides whether something is added. */
export interface PersonOnFile extends KnownPerson {
  readonly postalAddress: string;
  readonly demo: boolean;
}

export interface ImportContext extends Omit<CaptureContext, 'personId'> {
  readonly people: PeopleIndex<PersonOnFile>;
  readonly applicationsOf: (person: PersonId) => readonly KnownApplicant[];
}

/** Why a row is left out. */
export type LeftOutReason =
  | { readonly code: RowFault }
  | { readonly code: CaptureProblem['code']; readonly field: CaptureProblem['field'] }
  | { readonly code: 'address-too-long' }
  /** The same person stands further up in the file. */
  | { readonly code: 'repeated'; readonly number: number }
  /** On file already. `unsure`: only the number is the same, so nothing is added to anybody. `nothing-new`: nothing is left to add. */
  | { readonly code: 'known' | 'known-unsure' | 'nothing-new'; readonly by: KnownBy; readonly person: PersonOnFile };

interface RowOf {
  readonly row: ImportRow;
  readonly draft: ImportDraft;
}

export type FiledRow = RowOf & {
  readonly personId: PersonId;
  readonly contact: ContactDetails;
  readonly changes: readonly Change[];
};

export interface LeftOutRow extends RowOf {
  readonly reasons: readonly LeftOutReason[];
}

/** Every row of the file stands in one of the three lists. */
export interface ImportPlan {
  readonly filed: readonly FiledRow[];
  /** Added to people on file. */
  readonly added: readonly (RowOf & { readonly person: PersonOnFile; readonly changes: readonly Change[] })[];
  readonly leftOut: readonly LeftOutRow[];
}

/** What becomes of each row of a file, in its order. Pure; nobody's consent is ever made up (docs/adr/0029). */
export function planImport(table: ImportTable, settings: ImportSettings, context: ImportContext): ImportPlan {
  const plan = { filed: [] as FiledRow[], added: [] as ImportPlan['added'][number][], leftOut: [] as LeftOutRow[] };
  const above = indexPeople<ContactDetails & { readonly number: number }>();
  const addedTo = new Map<PersonId, number>();
  for (const row of table.rows) {
    const draft = readRow(row.cells, settings.mapping, settings.language);
    const leaveOut = (...reasons: LeftOutReason[]): void => {
      plan.leftOut.push({ row, draft, reasons });
    };
    const read = judge(row, draft, context);
    if (!read.ok) {
      leaveOut(...read.reasons);
      continue;
    }
    const { contact } = read;
    const twin = above.find(contact);
    if (twin !== null && twin.by !== 'phone-only') {
      leaveOut({ code: 'repeated', number: twin.person.number });
      continue;
    }
    above.add({ ...contact, number: row.number });
    const known = settings.known === 'file' ? null : context.people.find(contact);
    if (known === null) {
      plan.filed.push(fileRow(row, draft, contact, settings, context));
    } else if (settings.known === 'skip' || known.by === 'phone-only') {
      leaveOut({ code: settings.known === 'skip' ? 'known' : 'known-unsure', ...known });
    } else {
      const { person } = known;
      const before = addedTo.get(person.id);
      const changes = before === undefined ? addToKnown(person, draft, settings.vacancyId, context) : [];
      if (before !== undefined) leaveOut({ code: 'repeated', number: before });
      else if (changes.length === 0) leaveOut({ code: 'nothing-new', ...known });
      else plan.added.push({ row, draft, person, changes });
      addedTo.set(person.id, before ?? row.number);
    }
  }
  return plan;
}

type Judged =
  | { readonly ok: true; readonly contact: ContactDetails }
  | { readonly ok: false; readonly reasons: readonly LeftOutReason[] };

/** Whether a row can be filed at all, whoever else there is. */
function judge(row: ImportRow, draft: ImportDraft, context: Pick<CaptureContext, 'readPhone'>): Judged {
  if (row.fault !== null) return { ok: false, reasons: [{ code: row.fault }] };
  const contact = cleanContact(draft, context.readPhone);
  const reasons: readonly LeftOutReason[] = [
    ...(contact.ok ? [] : contact.problems),
    ...(draft.note.length > NOTE_LIMIT ? [{ code: 'too-long', field: 'note' } as const] : []),
    ...(isAddressTooLong(draft.postalAddress) ? [{ code: 'address-too-long' } as const] : []),
  ];
  return contact.ok && reasons.length === 0 ? { ok: true, contact: contact.value } : { ok: false, reasons };
}

/** As the records allow them. */
const ADDRESS_LENGTH = 500;

function isAddressTooLong(address: string): boolean {
  return address.length > ADDRESS_LENGTH || address.split('\n').length > ADDRESS_LINES;
}

function fileRow(
  row: ImportRow,
  draft: ImportDraft,
  contact: ContactDetails,
  { vacancyId }: ImportSettings,
  context: ImportContext,
): FiledRow {
  const personId = context.newId() as PersonId;
  const { language, note, postalAddress } = draft;
  const form: CaptureForm = { ...contact, vacancyId, language, note, rating: null, consents: [], cv: null };
  const planned = planPerson({ ...form, city: contact.city }, { ...context, personId });
  if (!planned.ok) throw new Error('a row that was judged to be right is not');
  const { now: at, by, newId } = context;
  const address = postalAddress === '' ? [] : [noteAddress(personId, postalAddress, { id: newId(), at, by })];
  return { row, draft, personId, contact, changes: [...planned.changes, ...address] };
}
