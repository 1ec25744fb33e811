import { z } from 'zod';
import { PublishedEvent } from './message.js';

/** What stands in the calendar of some days, as one file for whoever wants it in another calendar. */
export const PublishedCalendar = z.object({
  name: z.string(),
  events: z
    .array(
      PublishedEvent.extend({
        /** *Activity*, in the words of the screen. */
        category: z.string(),
        /** Lines: the answers, and who attends. */
        description: z.string(),
      }),
    )
    .min(1)
    .max(20_000),
});
export type PublishedCalendar = z.infer<typeof PublishedCalendar>;
