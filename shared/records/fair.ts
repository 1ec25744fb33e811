import { z } from 'zod';
import { ClockTimeSchema, DateSchema, NameSchema } from './primitives.js';

export const Fair = z.object({
  name: NameSchema,
  place: NameSchema,
  /** The organisation's stand in the hall. */
  stand: NameSchema,
  firstDate: DateSchema,
  lastDate: DateSchema,
  opensAt: ClockTimeSchema,
  closesAt: ClockTimeSchema,
  rooms: z.array(NameSchema),
  demo: z.boolean(),
});
export type Fair = z.infer<typeof Fair>;
