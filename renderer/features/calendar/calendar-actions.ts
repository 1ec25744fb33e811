import type { SyntheticEvent } from 'react';
import type { CalendarProps } from 'react-big-calendar';
import type { withDragAndDropProps } from 'react-big-calendar/lib/addons/dragAndDrop';
import type { CalendarEntry } from '../../data/roster/calendar-entries.js';
import { shownDragged, type CalendarEvent } from './calendar-event.js';
import { movedInto, slotIn, type DayColumn, type DayColumns } from './day-columns.js';
import { dateOfWall } from './wall-clock.js';
import { pickedSlot, resizedSlot, slotAt, type WallSlot } from './wall-slot.js';

/** What is done in the calendar, by mouse and keyboard. */
export interface CalendarActions {
  readonly onOpenDay: (date: string) => void;
  readonly onOpenEntry: (entry: CalendarEntry) => void;
  readonly onOpenPerson: (entry: CalendarEntry, personId: string) => void;
  readonly onMove: (entry: CalendarEntry, to: WallSlot) => void;
  readonly onPickSlot: (slot: WallSlot) => void;
  /** A day on which no hours are seen. */
  readonly onPickDay: (date: string) => void;
  /** Somebody was dragged to a time. */
  readonly onDropIn: (slot: WallSlot) => void;
}

/** Minutes of what is dropped where no length was marked. */
const DROPPED = 30;

interface Around extends CalendarActions {
  readonly view: 'day' | 'week' | 'work_week' | 'month';
  readonly columns: DayColumns | null;
  /** Who is being dragged into the calendar; null while nobody is. */
  readonly draggedIn: string | null;
}

type Handlers = Pick<
  CalendarProps<CalendarEvent, DayColumn> & withDragAndDropProps<CalendarEvent, DayColumn>,
  | 'onDrillDown'
  | 'onSelectEvent'
  | 'onKeyPressEvent'
  | 'onEventDrop'
  | 'onEventResize'
  | 'onSelectSlot'
  | 'dragFromOutsideItem'
  | 'onDropFromOutside'
>;

/** The same as the calendar component tells it: in dates of the wall, and by the columns of a day. */
export function actionsOf(around: Around, zone: string): Handlers {
  const { view, columns, onOpenDay, onOpenEntry, onOpenPerson, onMove, onPickSlot, onPickDay, draggedIn, onDropIn } =
    around;
  return {
    ...(draggedIn === null
      ? null
      : {
          dragFromOutsideItem: () => shownDragged(draggedIn, DROPPED),
          onDropFromOutside({ start, resource }) {
            onDropIn({ ...slotAt(start, DROPPED), ...(columns === null ? {} : slotIn(columns, String(resource))) });
          },
        }),
    onDrillDown(wall) {
      onOpenDay(dateOfWall(wall));
    },
    onSelectEvent({ entry }, { target }) {
      const person =
        target instanceof Element ? target.closest<HTMLElement>('[data-person]')?.dataset['person'] : undefined;
      if (person === undefined) onOpenEntry(entry);
      else onOpenPerson(entry, person);
    },
    onKeyPressEvent({ entry }, press) {
      if (!isPressed(press)) return;
      press.preventDefault();
      onOpenEntry(entry);
    },
    onEventDrop({ event: { entry, column }, start, resourceId }) {
      const into = columns === null ? {} : movedInto(columns, entry, column ?? '', String(resourceId));
      onMove(entry, { ...slotAt(start, entry.minutes), ...into });
    },
    onEventResize({ event, ...to }) {
      onMove(event.entry, resizedSlot(zone, event, to));
    },
    onSelectSlot({ start, end, action, resourceId }) {
      if (action === 'doubleClick') return;
      if (view === 'month') onPickDay(dateOfWall(start));
      else {
        const into = columns === null ? {} : slotIn(columns, String(resourceId));
        onPickSlot({ ...pickedSlot(zone, { start, end }), ...into });
      }
    },
  };
}

function isPressed({ nativeEvent }: SyntheticEvent): boolean {
  return nativeEvent instanceof KeyboardEvent && (nativeEvent.key === 'Enter' || nativeEvent.key === ' ');
}
