import { z } from 'zod';

/** Random 128 bit, 32 lower-case hexadecimal digits. Ids say nothing about anybody. */
export const Id = z.string().regex(/^[0-9a-f]{32}$/);

export type RecruiterId = Branded<'recruiter'>;
export type FairId = Branded<'fair'>;
export type VacancyId = Branded<'vacancy'>;
export type PersonId = Branded<'person'>;
export type ApplicationId = Branded<'application'>;
export type DocumentId = Branded<'document'>;
export type MessageId = Branded<'message'>;
export type FileId = Branded<'file'>;
export type InterviewId = Branded<'interview'>;
export type MailTemplateId = Branded<'mail-template'>;
export type LetterId = Branded<'letter'>;
export type AppointmentId = Branded<'appointment'>;
export type ContractTemplateId = Branded<'contract-template'>;
export type ContractTagId = Branded<'contract-tag'>;
export type PanelReviewId = Branded<'panel-review'>;
export type SavedSearchId = Branded<'saved-search'>;
/** A dossier is everything that is kept about one person; it has the person's id and its own key. */
export type DossierId = PersonId;

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export function idOf<Type extends Branded<string>>(): z.ZodType<Type, string> {
  return Id as unknown as z.ZodType<Type, string>;
}

export const RecruiterIdSchema = idOf<RecruiterId>();
export const FairIdSchema = idOf<FairId>();
export const VacancyIdSchema = idOf<VacancyId>();
export const PersonIdSchema = idOf<PersonId>();
export const ApplicationIdSchema = idOf<ApplicationId>();
export const MessageIdSchema = idOf<MessageId>();
export const FileIdSchema = idOf<FileId>();
export const InterviewIdSchema = idOf<InterviewId>();
export const PanelReviewIdSchema = idOf<PanelReviewId>();
export const LetterIdSchema = idOf<LetterId>();
export const ContractTemplateIdSchema = idOf<ContractTemplateId>();

/** Milliseconds since 1970 in UTC. */
export const InstantSchema = z.int().nonnegative();
/** A calendar date, `2026-11-18`. */
export const DateSchema = z.iso.date();
/** A wall-clock time, `09:00`. */
export const ClockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const LANGUAGES = ['sv', 'da', 'nl', 'nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LanguageSchema = z.enum(LANGUAGES);

export const TextSchema = z.string().max(20_000);
export const NameSchema = z.string().max(200);
