import { z } from 'zod';
import { DateSchema, LanguageSchema, NameSchema } from './primitives.js';

const LineSchema = z.string().max(2000);

/** One part of a contract, in its order. Tags stand in the words as `{salary}`. */
export const ContractBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: LineSchema }),
  /** Its lines end where they were ended. */
  z.object({ kind: z.literal('paragraph'), text: z.string().max(10_000) }),
  z.object({ kind: z.literal('list'), items: z.array(LineSchema).min(1) }),
  /** What was agreed, a row each. */
  z.object({ kind: z.literal('facts'), rows: z.array(z.object({ label: LineSchema, value: LineSchema })).min(1) }),
  /** Lines to sign on, two beside each other, each with what stands under it. */
  z.object({ kind: z.literal('signatures'), under: z.array(LineSchema).min(1) }),
]);
export type ContractBlock = z.infer<typeof ContractBlock>;

/** R41: the wording of a contract, for one department or for all that have none of their own. */
export const ContractTemplate = z.object({
  title: NameSchema,
  /** Empty: for all. */
  department: NameSchema,
  language: LanguageSchema,
  blocks: z.array(ContractBlock),
  deleted: z.boolean(),
});
export type ContractTemplate = z.infer<typeof ContractTemplate>;

/** As it stands in a text, without its braces. */
export const ContractTagName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** G-11: a field that the organisation added to the contract; asked for each person. */
export const ContractTag = z.object({
  name: ContractTagName,
  /** How it is asked for. */
  label: NameSchema,
  /** What stands in the field to begin with. */
  preset: NameSchema,
  deleted: z.boolean(),
});
export type ContractTag = z.infer<typeof ContractTag>;

/** C24: what is agreed with somebody; asked by whichever of contract and hire comes first, then used by both. */
export const EmploymentTerms = z.object({
  position: NameSchema,
  department: NameSchema,
  /** Null while it is open. */
  startDate: DateSchema.nullable(),
  /** In words, with its currency and for which time. */
  salary: NameSchema,
  /** By the name of the organisation's own tag. */
  own: z.record(ContractTagName, NameSchema),
});
export type EmploymentTerms = z.infer<typeof EmploymentTerms>;

/** A contract as it is set: no tag is left in it. Equal ones give equal bytes. */
export const ContractDocument = z.object({
  language: LanguageSchema,
  title: NameSchema.min(1),
  company: NameSchema,
  /** When it was drawn up. */
  date: DateSchema,
  blocks: z.array(ContractBlock).min(1).max(500),
});
export type ContractDocument = z.infer<typeof ContractDocument>;
