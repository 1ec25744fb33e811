import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOnDisplays, readBounds, writeBounds } from './window-bounds.js';

const LAPTOP = { x: 0, y: 0, width: 1366, height: 768 };
const PROJECTOR = { x: 1366, y: 0, width: 1920, height: 1080 };
const SAVED = { x: 1500, y: 100, width: 1200, height: 700, maximized: false };

describe('where the window opens', () => {
  it('is where it was, while its display is there', () => {
    expect(placeOnDisplays(SAVED, [LAPTOP, PROJECTOR])).toEqual({ x: 1500, y: 100, width: 1200, height: 700 });
  });

  it('is the middle, in its size, when the projector was unplugged', () => {
    expect(placeOnDisplays(SAVED, [LAPTOP])).toEqual({ width: 1200, height: 700 });
  });

  it('is the middle when its title could not be grabbed', () => {
    expect(placeOnDisplays({ ...SAVED, x: 10, y: -40 }, [LAPTOP])).toEqual({ width: 1200, height: 700 });
    expect(placeOnDisplays({ ...SAVED, x: 10, y: 760 }, [LAPTOP])).toEqual({ width: 1200, height: 700 });
  });

  it('is the middle the first time, and when the file is not ours', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-bounds-'));
    const file = path.join(folder, 'window.json');
    expect(readBounds(file)).toBeNull();
    writeFileSync(file, '{"x":1e99}');
    expect(readBounds(file)).toBeNull();
    writeBounds(file, SAVED);
    expect(readBounds(file)).toEqual(SAVED);
    rmSync(folder, { recursive: true });
    expect(() => writeBounds(path.join(folder, 'gone', 'x'), SAVED)).not.toThrow();
    expect(placeOnDisplays(null, [LAPTOP])).toEqual({});
  });
});
