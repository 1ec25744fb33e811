import { z } from 'zod';
import { ApplicationIdSchema, FileIdSchema, InstantSchema, PersonIdSchema } from './primitives.js';

export const MEDIA_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/jpeg',
  'image/png',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A file in a dossier. The bytes lie sealed beside the journal; this says what they are. */
export const Document = z.object({
  personId: PersonIdSchema,
  /** Null when it belongs to the person and goes along everywhere. */
  applicationId: ApplicationIdSchema.nullable(),
  fileId: FileIdSchema,
  /** A `test-result` is what a test service said of the applicant, filed by hand (G-16). */
  kind: z.enum(['cv', 'contract', 'test-result', 'other']),
  name: z.string().max(120),
  mediaType: z.enum(MEDIA_TYPES),
  /** Bytes. */
  size: z.int().positive(),
  addedAt: InstantSchema,
});
export type Document = z.infer<typeof Document>;
