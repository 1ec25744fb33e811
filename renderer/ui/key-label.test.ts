import { expect, it } from 'vitest';
import { initialsOf } from './initials.js';
import { keyLabel } from './key-label.js';

it('writes a shortcut as the machine’s people do', () => {
  expect(keyLabel('Mod+K', 'Win32')).toBe('Ctrl K');
  expect(keyLabel('Mod+K', 'MacIntel')).toBe('⌘K');
  expect(keyLabel('Mod+Enter', 'Linux x86_64')).toBe('Ctrl ↵');
  expect(keyLabel('Shift+ArrowDown', 'Win32')).toBe('Shift ↓');
  expect(keyLabel('?', 'MacIntel')).toBe('?');
});

it('takes the first letters of the first and the last word of a name', () => {
  expect(initialsOf('Fenna de Wildt')).toBe('FW');
  expect(initialsOf('  åsa  ')).toBe('Å');
  expect(initialsOf('')).toBe('');
});
