import { useEffect } from 'react';

/**
 * Somebody is dragged into the calendar. The component hears a drag anywhere in the window: it takes what is above its hours
 * for a time that is scrolled away, and the edge of a column for the one before as well. So it is told of a drag in the
 * middle of the column that is pointed at, and of one that has left wherever there is no time; there the cursor says so too.
 */
export function useDragIn(isDragged: boolean): void {
  useEffect(() => {
    if (!isDragged) return undefined;
    const hear = (event: DragEvent): void => {
      if (event.target === document) return; // our own
      event.stopPropagation();
      const column = event.target instanceof Element ? event.target.closest('.rbc-day-slot') : null;
      if (column === null || event.type === 'dragend') tell('dragover', NOWHERE);
      else {
        event.preventDefault();
        const { left, width } = column.getBoundingClientRect();
        tell(event.type === 'drop' ? 'drop' : 'dragover', { clientX: left + width / 2, clientY: event.clientY });
      }
    };
    for (const type of HEARD) window.addEventListener(type, hear, true);
    return () => {
      for (const type of HEARD) window.removeEventListener(type, hear, true);
    };
  }, [isDragged]);
}

/** Where what is below the pointer has changed, as by the preview, `dragenter` is all that is told, and asks whether a drop is taken. */
const HEARD = ['dragenter', 'dragover', 'drop', 'dragend'] as const;
const NOWHERE = { clientX: -1, clientY: -1 };

function tell(type: 'dragover' | 'drop', at: typeof NOWHERE): void {
  document.dispatchEvent(new DragEvent(type, at));
}
