import { failure, type Failure } from '../../shared/lib/result.js';
import { isStoreDamage } from './discard-store.js';

/**
 * For work whose end somebody waits for on the screen: where it throws, the answer is a failure that has words. A damaged
 * working store is an expected one; anything else is a fault of the program, which is reported as such too.
 */
export async function orFault<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | Failure<'store/damaged' | 'host/fault'>> {
  try {
    return await work();
  } catch (error) {
    if (isStoreDamage(error)) return failure('store/damaged');
    reportError(error);
    return failure('host/fault');
  }
}
