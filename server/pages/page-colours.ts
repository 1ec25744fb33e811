import { clampChroma, converter, formatHex, interpolate, wcagContrast } from 'culori';

/** WCAG 2.2, 1.4.3: text, and what is as thin as text. */
const READABLE = 4.5;
const STEP = 0.01;
const SOFT = 0.12;

const oklch = converter('oklch');

/** What pages.css says of the ground of each scheme, and of what is written on a filled button. */
const SCHEMES = {
  light: { ground: ['#f5f3ee', '#ffffff'], paper: '#ffffff', ink: '#ffffff', step: -STEP, end: 0 },
  dark: { ground: ['#131513', '#20231f'], paper: '#20231f', ink: '#0c0d0c', step: STEP, end: 1 },
} as const;
type Scheme = keyof typeof SCHEMES;

/** Of a scheme, each `#rrggbb`: of links and buttons, and the tint behind what is chosen. */
export interface Accent {
  readonly accent: string;
  readonly soft: string;
}

/**
 * The organisation's colour as it can be read: its hue, made darker on light pages and lighter on dark ones as far as its
 * text, its own tint and its buttons need (WCAG 2.2, 1.4.3). `#rrggbb`.
 */
export function accentOn(scheme: Scheme, colour: string): Accent {
  const { ground, paper, ink, step, end } = SCHEMES[scheme];
  const wanted = oklch(colour);
  if (wanted === undefined) throw new Error('that is no colour');
  for (let l = wanted.l; ; l = Math.min(1, Math.max(0, l + step))) {
    const accent = formatHex(clampChroma({ ...wanted, l }, 'oklch'));
    const soft = formatHex(interpolate([paper, accent], 'oklab')(SOFT));
    const isReadable = [...ground, soft, ink].every((other) => wcagContrast(accent, other) >= READABLE);
    if (isReadable || l === end) return { accent, soft };
  }
}

/** The style sheet that gives the pages this colour, light and dark. `#rrggbb`. */
export function accentSheet(colour: string): string {
  const rules = (scheme: Scheme): string => {
    const { accent, soft } = accentOn(scheme, colour);
    return `:root { --accent: ${accent}; --accent-soft: ${soft}; }`;
  };
  return `${rules('light')}\n@media (prefers-color-scheme: dark) { ${rules('dark')} }\n`;
}
