import { create } from 'zustand';
import type { ErrorCode } from '../../shared/i18n/error-words.js';
import type { Result } from '../../shared/lib/result.js';

export interface ToastState {
  /** Another toast replaces it; the id tells a timer whether its own is still there. */
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'problem';
  readonly undo: (() => Promise<Result<unknown, ErrorCode>>) | null;
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

/** Says what just happened, one at a time; with `undo`, offers the way back for ten seconds. */
export function showToast(toast: { readonly text: string } & Partial<Omit<ToastState, 'id'>>): void {
  useUiStore.setState(({ toast: before }) => ({
    toast: { tone: 'plain', undo: null, ...toast, id: (before?.id ?? 0) + 1 },
  }));
}

export function clearToast(id: number): void {
  useUiStore.setState(({ toast }) => (toast?.id === id ? { toast: null } : {}));
}
