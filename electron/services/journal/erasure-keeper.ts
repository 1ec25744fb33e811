import type { JournalOptions } from './journal-options.js';
import { joinErasures, NO_ERASURES, type Erasures } from './erasures.js';

/** Carries out what saved frames erase, and knows what of it is still to be done. */
export class ErasureKeeper {
  readonly #options: Pick<JournalOptions, 'dossiers' | 'onErased' | 'forgetStore' | 'onFault'>;
  #pending: Erasures;
  #tidying = 0;
  #tidied: Promise<unknown> = Promise.resolve();

  constructor(
    options: Pick<JournalOptions, 'dossiers' | 'onErased' | 'forgetStore' | 'onFault'>,
    left: Erasures = NO_ERASURES,
  ) {
    this.#options = options;
    this.#pending = left;
  }

  /** While it is false no anchor may be written: the frames that say so must be found again at the next start. */
  get isDone(): boolean {
    return this.#pending === NO_ERASURES && this.#tidying === 0;
  }

  note(erasures: Erasures): void {
    if (erasures.keys.length > 0 || erasures.forgets) this.#pending = joinErasures(this.#pending, erasures);
  }

  /**
   * Destroys the keys on the medium. What cannot be written now is unusable all the same, and tried again at the next
   * frame or start. The bytes that died with the keys are cleared away behind it.
   */
  async finish(): Promise<void> {
    const pending = this.#pending;
    if (pending === NO_ERASURES) return;
    const { dossiers, forgetStore, onErased, onFault } = this.#options;
    const retired = await dossiers.retire(pending.keys);
    if (!retired.ok) return;
    try {
      if (pending.forgets) await forgetStore();
    } catch (error) {
      onFault(error);
      return;
    }
    this.#pending = NO_ERASURES;
    this.#tidying += 1;
    this.#tidied = this.#tidied
      .then(() => onErased(pending.keys.map(({ dossier }) => dossier)))
      .catch(onFault)
      .finally(() => (this.#tidying -= 1));
  }

  /** Waits until dead bytes are cleared away. */
  async settled(): Promise<void> {
    await this.#tidied;
  }
}
