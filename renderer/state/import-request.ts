import { create } from 'zustand';

/** A file that was dropped on another page, until *Import* takes it. It lies in memory and nowhere else. */
export const useImportRequest = create<{ readonly file: File | null }>()(() => ({ file: null }));

/** Whether a file is a list of people, by its name; what is inside is judged when it is read. */
export function isPeopleList(name: string): boolean {
  return /\.(csv|tsv|vcf|vcard)$/i.test(name);
}

export function requestImport(file: File): void {
  useImportRequest.setState({ file });
}

export function forgetImport(): void {
  useImportRequest.setState({ file: null });
}
