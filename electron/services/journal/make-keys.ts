import type { Change } from '../../../shared/changes/change-set.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { dossiersToSeal } from './change-set-frame.js';
import { namedByFolds } from './erasures.js';
import type { JournalErrorCode } from './journal-error.js';
import type { JournalOptions } from './journal-options.js';

export interface KeysToMake {
  readonly changes: readonly Change[];
  /** Dossiers that begin anew with these changes. */
  readonly renewed: readonly string[];
  /** An own change to an erased dossier is refused; what others still send of it is left out when it is sealed. */
  readonly refusesErased: boolean;
}

/** Puts on the medium every key that sealing these changes needs. */
export async function makeKeys(
  { dossiers, renewFiles }: Pick<JournalOptions, 'dossiers' | 'renewFiles'>,
  { changes, renewed, refusesErased }: KeysToMake,
): Promise<Result<null, JournalErrorCode>> {
  const wanted = [...dossiersToSeal(changes)];
  const living = wanted.filter((dossier) => dossiers.stateOf(dossier) !== 'erased');
  if (refusesErased && living.length < wanted.length) return failure('keyring/erased');
  const ensured = await dossiers.ensure(living);
  const ready = ensured.ok && renewed.length > 0 ? await renew() : ensured;
  if (ready.ok) return ready;
  if (ready.code === 'keyring/erased') return failure('keyring/erased');
  const isFull = ready.code === 'log/disk-full' || ready.code === 'file/disk-full';
  return failure(isFull ? 'journal/disk-full' : 'journal/write-failed', ready.detail);

  /** Until the frame is saved both keys open what they sealed: cut off here, nothing was erased and nothing is lost. */
  async function renew(): Promise<Result<null>> {
    const made = await dossiers.renew(renewed);
    return made.ok ? await renewFiles(namedByFolds(changes, renewed)) : made;
  }
}

/** Makes the keys of many change sets in one go, so that each need not wait for the medium. */
export async function makeKeysOfPage(
  options: Pick<JournalOptions, 'dossiers' | 'renewFiles'>,
  changes: readonly Change[],
): Promise<Result<null, JournalErrorCode>> {
  return changes.length === 0 ? success(null) : await makeKeys(options, { changes, renewed: [], refusesErased: false });
}
