import type { Preferences } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import type { HostClient } from './host-client.js';
import type { Observable } from './observable.js';

/** Saves preferences, and tells whoever follows them once they are saved. */
export async function setPreferences(
  host: HostClient,
  preferences: Observable<Preferences>,
  change: Partial<Preferences>,
): Promise<Result<Preferences, HostErrorCode>> {
  const answer = await host.call('preferences.write', change);
  if (answer.ok) preferences.set(answer.value);
  return answer;
}
