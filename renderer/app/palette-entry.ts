import type { Icon } from '@tabler/icons-react';

/** A line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  /** Heading under which it stands. */
  readonly group: string;
  readonly name: string;
  readonly hint: string | null;
  readonly keys: string | null;
  readonly icon: Icon;
  run(): void;
}
