import { z } from 'zod';
import { OwnStep } from './own-step.js';
import { NameSchema } from './primitives.js';
import { RejectionReason, SHIPPED_REJECTION_REASONS } from './rejection-reason.js';

/** The one organisation of this data folder. Its record has a fixed id, so that two laptops mean the same one. */
export const ORGANISATION_ID = 'f0000000000000000000000000000001';

/** Where the law says how long applicants may be kept; elsewhere the organisation says so. */
export const COUNTRIES = ['SE', 'DK', 'NL', 'NO', 'FI'] as const;
export type Country = (typeof COUNTRIES)[number];

export const Organisation = z.object({
  name: NameSchema,
  /** IANA zone in which dates and 09:00 are meant (C3). */
  zone: z.string(),
  /** Under its name on letters: where it is and how it is reached, a line each. */
  letterhead: z.string().max(500).default(''),
  /** Of the pages that candidates and reviewers open, `#rrggbb`; null: as the program looks. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable()
    .default(null),
  departments: z.array(NameSchema),
  positions: z.array(NameSchema),
  /** How long details are kept after the fair, in months, when nothing else is agreed. */
  retentionMonths: z.int().min(1).max(36),
  /** Whose terms of retention hold; null: another country. */
  country: z.enum(COUNTRIES).nullable().default(null),
  /** How long details are kept after the procedure has ended, without consent, in days; null: as is usual in the country. */
  retentionDays: z.int().min(1).max(1096).nullable().default(null),
  /** How long messages of an action wait before they may leave, in seconds, so that undo is complete. */
  undoSeconds: z.int().min(0).max(600),
  /** C21, in the order of the list. */
  rejectionReasons: z.array(RejectionReason).default([...SHIPPED_REJECTION_REASONS]),
  /** G-8, in the order of the list. */
  ownSteps: z.array(OwnStep).default([]),
});
export type Organisation = z.infer<typeof Organisation>;
