import type { CandidateLogin } from '../../store/candidate-logins.js';
import type { MyProblem } from './form.js';
import { isPassword } from './password.js';

const SHORTEST = 12;
const LONGEST = 200;
/** Fewer different characters are one that is repeated. */
const DIFFERENT = 5;

export interface ChosenPassword {
  readonly password: string;
  readonly repeated: string;
  /** The one that stands; asked for where it is the person's own. */
  readonly current: string;
}

/**
 * Why a password is not taken; null: it is. Length counts, and nothing has to be mixed (NIST SP 800-63B-4, 3.1.1.2); what is
 * in the mail, the user's own name, and one that repeats itself are none.
 */
export async function refusePassword(
  { userName, password: kept, mailedAt }: CandidateLogin,
  { password, repeated, current }: ChosenPassword,
): Promise<MyProblem | null> {
  const characters = Array.from(password.normalize('NFKC'));
  if (characters.length < SHORTEST) return 'short';
  if (characters.length > LONGEST) return 'too-long';
  if (password !== repeated) return 'not-repeated';
  if (new Set(characters).size < DIFFERENT || password.toLowerCase().includes(userName)) return 'guessable';
  if (mailedAt === null && !(await isPassword(current, kept))) return 'wrong-current';
  return (await isPassword(password, kept)) ? 'same' : null;
}
