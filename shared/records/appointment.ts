import { z } from 'zod';
import {
  ApplicationIdSchema,
  Id,
  InstantSchema,
  NameSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  VacancyIdSchema,
} from './primitives.js';

/** C35: something in the calendar that is no interview; it may concern a candidate or a vacancy. */
export const Appointment = z.object({
  title: NameSchema,
  startsAt: InstantSchema,
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
  place: NameSchema,
  recruiterIds: z.array(RecruiterIdSchema).min(1),
  personId: PersonIdSchema.nullable(),
  applicationId: ApplicationIdSchema.nullable(),
  vacancyId: VacancyIdSchema.nullable(),
});
export type Appointment = z.infer<typeof Appointment>;

/** Taken out of the calendar; undo retracts it. */
export const AppointmentEvent = z.object({
  id: Id,
  type: z.literal('cancellation'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
});
export type AppointmentEvent = z.infer<typeof AppointmentEvent>;
