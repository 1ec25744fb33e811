import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline';
import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline';
import template from '../../../resources/contract/contract.typ?raw';

/** The one template of all contracts. */
export const CONTRACT_TEMPLATE: string = template;

/** The fonts of contracts, read out of the bundle: what a machine has installed must not decide how a contract looks. */
export function contractFonts(): Buffer[] {
  return [regular, semiBold].map((address) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
}
