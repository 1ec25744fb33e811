import { describe, expect, it } from 'vitest';
import './tokens.css';

const GROUNDS = ['desk', 'page', 'raised', 'dlg', 'sunk', 'accent-tint', 'accent-tint-2'] as const;
const HUES = ['teal', 'moss', 'ochre', 'brick', 'plum', 'slate', 'stone'] as const;

/** Red, green and blue, 0–255, of a token as this browser resolves it. */
function colourOf(token: string, scheme: 'light' | 'dark'): readonly [number, number, number] {
  document.documentElement.style.colorScheme = scheme;
  const probe = document.createElement('div');
  probe.style.color = `var(--fd-${token})`;
  document.body.append(probe);
  const parts =
    getComputedStyle(probe)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  probe.remove();
  const [red = -1, green = -1, blue = -1] = parts;
  expect(parts.length, token).toBe(3);
  return [red, green, blue];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: readonly [number, number, number]): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [high, low] = [luminance(colourOf(one, scheme)), luminance(colourOf(other, scheme))].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s palette', (scheme) => {
  it('keeps every text readable on every ground it may stand on', () => {
    for (const ground of GROUNDS) {
      for (const text of ['ink', 'ink-2', 'ink-3']) {
        expect(contrast(text, ground, scheme), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const fill of ['accent-fill', 'accent-fill-2']) {
      expect(contrast('on-accent', fill, scheme), fill).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast('accent', 'page', scheme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('page', 'ink', scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps every hue readable on its tint and on the page', () => {
    for (const hue of HUES) {
      expect(contrast(`${hue}-fg`, `${hue}-bg`, scheme), hue).toBeGreaterThanOrEqual(4.5);
      expect(contrast(`${hue}-fg`, 'page', scheme), hue).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows where a field begins', () => {
    for (const ground of ['page', 'raised', 'dlg']) {
      expect(contrast('control', ground, scheme), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it('differs from the other one', () => {
    expect(colourOf('page', 'light')).not.toEqual(colourOf('page', 'dark'));
  });
});
