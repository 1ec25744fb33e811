import { create } from 'zustand';
import type { ChangeSet } from '../../shared/changes/change-set.js';
import type { Inverse } from '../../shared/changes/invert.js';
import type { ErrorCode } from '../../shared/i18n/error-words.js';
import type { Failure, Result } from '../../shared/lib/result.js';
import type { Instant } from '../../shared/lib/time.js';

/** What was taken back and what stays; `text` says it where there is more to say. */
export interface UndoneInWords {
  readonly saved: { readonly changeSets: readonly ChangeSet[] };
  readonly kept: Inverse['kept'];
  readonly text?: string;
}

/** What an undo answers; a failure can have taken back a part, which is `written`. */
export type UndoAnswer =
  Exclude<Result<UndoneInWords>, Failure> | (Failure<ErrorCode> & { readonly written?: unknown });

export interface ToastState {
  /** Another toast replaces it; the id tells a timer whether its own is still there. */
  readonly id: number;
  readonly text: string;
  /** The name within the text: cut short when it is long, with a direction of its own. */
  readonly name: string | null;
  readonly tone: 'plain' | 'problem';
  readonly undo: (() => Promise<UndoAnswer>) | null;
  /** When there is nothing left to take back; null for never. */
  readonly until: Instant | null;
}

interface UiState {
  readonly paletteOpen: boolean;
  readonly shortcutsOpen: boolean;
  readonly toast: ToastState | null;
}

/** What is open and shown at this moment; nothing that must survive. */
export const useUiStore = create<UiState>()(() => ({ paletteOpen: false, shortcutsOpen: false, toast: null }));

export function setPaletteOpen(paletteOpen: boolean): void {
  useUiStore.setState({ paletteOpen });
}

export function setShortcutsOpen(shortcutsOpen: boolean): void {
  useUiStore.setState({ shortcutsOpen });
}

/** Says what just happened, one at a time; with `undo`, offers the way back for ten seconds, but not beyond `until`. */
export function showToast(toast: { readonly text: string } & Partial<Omit<ToastState, 'id'>>): void {
  useUiStore.setState(({ toast: before }) => ({
    toast: { name: null, tone: 'plain', undo: null, until: null, ...toast, id: (before?.id ?? 0) + 1 },
  }));
}

export function clearToast(id: number): void {
  useUiStore.setState(({ toast }) => (toast?.id === id ? { toast: null } : {}));
}
