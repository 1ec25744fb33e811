import type { PersonId } from '../../shared/records/primitives.js';
import type { Dossier } from './dossier-repository.js';
import type { Session } from './session.js';

/** A dossier as it is now; null where it is gone or cannot be read. */
export function readDossierOnce(session: Pick<Session, 'dossier'>, person: PersonId): Promise<Dossier | null> {
  return new Promise((resolve) => {
    const stop = session.dossier(person).subscribe((state) => {
      if (state.status === 'loading') return;
      resolve(state.status === 'ready' ? state.value : null);
      setTimeout(() => {
        stop();
      });
    });
  });
}
