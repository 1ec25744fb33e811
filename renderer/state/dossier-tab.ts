import { create } from 'zustand';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';

export const DOSSIER_TABS = ['application', 'activities', 'documents', 'messages', 'panel'] as const;
export type DossierTab = (typeof DOSSIER_TABS)[number];

interface ShownTab {
  /** The dossier looked at last, by its application, or by the person where there is none. */
  readonly of: ApplicationId | PersonId | null;
  readonly tab: DossierTab;
}

/** Which tab is open in the dossier looked at last; every other one begins with *Application and CV*. */
const useShownTab = create<ShownTab>()(() => ({ of: null, tab: 'application' }));

export function useDossierTab(dossier: ApplicationId | PersonId): DossierTab {
  return useShownTab(({ of, tab }) => (of === dossier ? tab : 'application'));
}

export function showDossierTab(of: ApplicationId | PersonId, tab: DossierTab): void {
  useShownTab.setState({ of, tab });
}

/** The next dossier begins with *Application and CV*, whichever it is. */
export function forgetDossierTab(): void {
  useShownTab.setState({ of: null, tab: 'application' });
}
