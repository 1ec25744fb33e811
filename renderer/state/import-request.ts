import { create } from 'zustand';

/** A file that was dropped on another page, until *Import* takes it. It lies in memory and nowhere else. */
export const useImportRequest = create<{ readonly file: File | null }>()(() => ({ file: null }));

export function requestImport(file: File): void {
  useImportRequest.setState({ file });
}

export function forgetImport(): void {
  useImportRequest.setState({ file: null });
}
