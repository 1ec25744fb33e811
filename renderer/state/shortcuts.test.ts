import { describe, expect, it } from 'vitest';
import { shortcutOf, type Shortcut } from './shortcuts.js';

const entry = (keys: string, scope: Shortcut['scope'] = 'everywhere'): Shortcut => ({
  keys,
  scope,
  label: keys,
  run: () => undefined,
});
const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});
const free = { typing: false, typed: false, dialogOpen: false };
const entries = [entry('N'), entry('?'), entry('Mod+K'), entry('ArrowDown', 'page'), entry('Mod+Enter', 'dialog')];
const keysOf = (...args: Parameters<typeof shortcutOf>) => shortcutOf(...args)?.keys ?? null;

describe('shortcutOf', () => {
  it('finds a letter by its key, whatever Caps Lock says', () => {
    expect(keysOf(entries, press('n'), free)).toBe('N');
    expect(keysOf(entries, press('N'), free)).toBe('N');
  });

  it('never fires a single key while somebody is typing, but lets Ctrl through', () => {
    const typing = { ...free, typing: true };
    expect(keysOf(entries, press('n'), typing)).toBeNull();
    expect(keysOf(entries, press('?', { shiftKey: true }), typing)).toBeNull();
    expect(keysOf(entries, press('k', { ctrlKey: true }), typing)).toBe('Mod+K');
  });

  it('leaves the keys of editing to the field in which somebody is typing', () => {
    const everything = [...entries, entry('Mod+A', 'page')];
    expect(keysOf(everything, press('a', { ctrlKey: true }), { ...free, typing: true, typed: true })).toBeNull();
    expect(keysOf(everything, press('a', { ctrlKey: true }), free)).toBe('Mod+A');
  });

  it('fires only the shortcuts of the dialog while one is open', () => {
    const dialog = { ...free, dialogOpen: true };
    expect(keysOf(entries, press('n'), dialog)).toBeNull();
    expect(keysOf(entries, press('Enter', { metaKey: true }), dialog)).toBe('Mod+Enter');
    expect(keysOf(entries, press('Enter', { metaKey: true }), free)).toBeNull();
  });

  it('undoes in a dialog, too, and in a field that has nothing of its own to undo', () => {
    const undo = [...entries, entry('Mod+Z', 'always')];
    const held = press('z', { ctrlKey: true });
    const dialog = { ...free, dialogOpen: true };
    expect(keysOf(undo, held, dialog)).toBe('Mod+Z');
    expect(keysOf(undo, held, free)).toBe('Mod+Z');
    expect(keysOf(undo, held, { ...dialog, typing: true })).toBe('Mod+Z');
    expect(keysOf(undo, held, { ...dialog, typing: true, typed: true })).toBeNull();
  });

  it('leaves the keys of an input method alone', () => {
    expect(keysOf(entries, press('n', { isComposing: true }), free)).toBeNull();
  });

  it('takes ? with and without Shift, and N only without', () => {
    expect(keysOf(entries, press('?', { shiftKey: true }), free)).toBe('?');
    expect(keysOf(entries, press('?'), free)).toBe('?');
    expect(keysOf(entries, press('N', { shiftKey: true }), free)).toBeNull();
    expect(keysOf(entries, press('n', { ctrlKey: true }), free)).toBeNull();
  });

  it('tells Alt and an arrow from the arrow alone', () => {
    const walk = [entry('Alt+ArrowDown', 'page')];
    expect(keysOf(walk, press('ArrowDown', { altKey: true }), free)).toBe('Alt+ArrowDown');
    expect(keysOf(walk, press('ArrowDown'), free)).toBeNull();
  });

  it('lets a page say what a key means on it, although the key means something everywhere', () => {
    const early = { ...entry('N', 'page'), label: 'of the page' };
    expect(shortcutOf([early, ...entries], press('n'), free)?.label).toBe('of the page');
    expect(shortcutOf(entries, press('n'), free)?.scope).toBe('everywhere');
  });

  it('lets the page that came last win', () => {
    const later = { ...entry('N', 'page'), label: 'later' };
    expect(shortcutOf([...entries, later], press('n'), free)?.label).toBe('later');
  });
});
