import { createRoute } from '@tanstack/react-router';
import { CalendarPage } from '../features/calendar/calendar-page.js';
import { ConflictsPage } from '../features/slots/conflicts-page.js';
import { SlotBoardPage } from '../features/slots/slot-board-page.js';
import { root } from './root-route.js';

const page = { getParentRoute: () => root };

const calendar = createRoute({ ...page, path: '/calendar', component: CalendarPage });
const slots = createRoute({ ...page, path: '/calendar/slots', component: SlotBoardPage });
const conflicts = createRoute({ ...page, path: '/calendar/conflicts', component: ConflictsPage });

/** *Recruitment calendar*, its slot board, and its double bookings. */
export const calendarRoutes = [calendar, slots, conflicts] as const;
