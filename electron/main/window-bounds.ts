import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { SMALLEST_SIZE } from './window-options.js';

const SavedBounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(SMALLEST_SIZE.width),
  height: z.int().min(SMALLEST_SIZE.height),
  maximized: z.boolean(),
});
export type SavedBounds = z.infer<typeof SavedBounds>;

/** How much of the title must be on a display for a hand to grab it, in pixels. */
const GRAB = 100;

/** Where the window was; null the first time, and when the file is no longer what we wrote. */
export function readBounds(file: string): SavedBounds | null {
  try {
    return SavedBounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Worth no failure: a window that opens in the middle is nothing lost. */
export function writeBounds(file: string, bounds: SavedBounds): void {
  try {
    writeFileSync(file, JSON.stringify(bounds), { mode: 0o600 });
  } catch {
    return;
  }
}

/** The saved place if a display is still there, else only the size: a projector may have been unplugged. */
export function placeOnDisplays(saved: SavedBounds | null, displays: readonly Rectangle[]): Partial<Rectangle> {
  if (saved === null) return {};
  const { x, y, width, height } = saved;
  const visible = displays.some(
    (area) =>
      y >= area.y - 1 &&
      y + GRAB / 2 <= area.y + area.height &&
      x + width - GRAB >= area.x &&
      x + GRAB <= area.x + area.width,
  );
  return visible ? { x, y, width, height } : { width, height };
}
