import { z } from 'zod';
import { JsonValue } from '../../../shared/changes/json-value.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import type { MailPart, MailTexts } from '../../../shared/domain/plan-mail.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import type { Json } from '../../../shared/lib/json.js';
import {
  ApplicationIdSchema,
  LanguageSchema,
  type ApplicationId,
  type Language,
} from '../../../shared/records/primitives.js';
import { RichText } from '../../../shared/records/rich-text.js';

/** What the step *Email* holds. */
export interface MailForm {
  readonly from: MailPart['from'];
  readonly texts: MailTexts;
  /** Languages in which nobody is to be written to (C33: they are named, never given another language). */
  readonly leftOut: ReadonlySet<Language>;
  readonly unticked: ReadonlySet<ApplicationId>;
  readonly tickedIn: ReadonlySet<ApplicationId>;
}

/** The mail as the action takes it: only languages that somebody reads and that are written in. */
export function mailPartOf(form: MailForm, languages: readonly Language[]): MailPart {
  const { from, unticked, tickedIn } = form;
  const texts = Object.fromEntries(
    languages.flatMap((language) => {
      const text = form.texts[language];
      return text === undefined || form.leftOut.has(language) ? [] : [[language, text] as const];
    }),
  );
  return { from, texts, unticked, tickedIn };
}

/** What is kept of a form while it is written. */
export interface FormDraft<Fields> {
  /** Those texts that were edited. */
  readonly texts: MailTexts;
  /** The template they were edited from; null while none was. */
  readonly editedFrom: string | null;
  /** Null where they were filled in for other people: a date or a stage is not theirs. */
  readonly fields: Fields | null;
  /** Who it is from and who is left out; null where it was other people. */
  readonly choices: Pick<MailForm, 'from' | 'leftOut' | 'unticked'> | null;
}

/** Contents were plain text once. */
const DraftText = z.object({ subject: z.string(), contents: RichText.or(z.string().transform(plainToRichText)) });

const Choices = z.object({
  from: z.object({ name: z.string(), address: z.string() }),
  leftOut: z.array(LanguageSchema),
  unticked: z.array(ApplicationIdSchema),
});

const Draft = z.object({
  texts: z.partialRecord(LanguageSchema, DraftText),
  editedFrom: z.string().nullable().default(null),
  fields: z.unknown().default(null),
  choices: Choices.nullable().default(null),
  people: z.array(z.string()).default([]),
});

/** One draft for each action (an own step by its id) and vacancy: what is written to its applicants is seldom written to another's. */
export function draftKey(action: string, selection: Selection): string {
  const vacancies = new Set(selection.map(({ vacancyId }) => vacancyId));
  const [only] = vacancies;
  return vacancies.size === 1 && only !== undefined ? `${action}-${only}` : `${action}-several`;
}

/** A kept draft; null when there is none, or it is of another shape (an older version's). */
export function readDraft<Fields>(
  draft: Json | null,
  schema: z.ZodType<Fields>,
  selection: Selection,
): FormDraft<Fields> | null {
  const read = Draft.safeParse(draft);
  if (!read.success) return null;
  const { texts, editedFrom, fields, choices, people } = read.data;
  if (!sameJson(people, peopleOf(selection))) return { texts, editedFrom, fields: null, choices: null };
  const own = schema.safeParse(fields);
  return {
    texts,
    editedFrom,
    fields: own.success ? own.data : null,
    choices:
      choices === null
        ? null
        : { from: choices.from, leftOut: new Set(choices.leftOut), unticked: new Set(choices.unticked) },
  };
}

/** A form as it is kept. Fields are JSON by their schema. */
export function writeDraft({ choices, ...draft }: FormDraft<object>, selection: Selection): Json {
  const { from, leftOut, unticked } = choices ?? {};
  const kept = from === undefined ? null : { from, leftOut: [...(leftOut ?? [])], unticked: [...(unticked ?? [])] };
  return JsonValue.parse({ ...draft, choices: kept, people: peopleOf(selection) });
}

function peopleOf(selection: Selection): readonly string[] {
  return selection.map(({ applicationId }) => applicationId).sort();
}

function sameJson(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
