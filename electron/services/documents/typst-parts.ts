import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline';
import semiBoldItalic from '@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf?inline';
import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline';
import italic from '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf?inline';
import contract from '../../../resources/contract/contract.typ?raw';
import copy from '../../../resources/copy/copy.typ?raw';
import letter from '../../../resources/letter/letter.typ?raw';
import report from '../../../resources/report/report.typ?raw';

/** The one template of all contracts. */
export const CONTRACT_TEMPLATE: string = contract;

/** The one template of all letters. */
export const LETTER_TEMPLATE: string = letter;

/** The one template of what is kept about somebody. */
export const COPY_TEMPLATE: string = copy;

/** The one template of the sheets of a candidate report. */
export const REPORT_TEMPLATE: string = report;

/** The fonts of documents, read out of the bundle: what a machine has installed must not decide how a document looks. */
export function documentFonts(): Buffer[] {
  return [regular, semiBold, italic, semiBoldItalic].map((address) =>
    Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'),
  );
}
