import { useRights } from '../../data/use-rights.js';

/** Whether who is working here may change the organisation and the rights of others (G-9). */
export function useMayAdminister(): boolean {
  return useRights().includes('administer');
}
