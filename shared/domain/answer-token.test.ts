import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterviewId } from '../records/primitives.js';
import { answerAddress, answerToken, CANDIDATE_ANSWERS, isGenuine, tokensIn, type Sign } from './answer-token.js';

const ID = '0123456789abcdef0123456789abcdef' as InterviewId;
const KEY = 'a'.repeat(64);
/** As the program signs: HMAC-SHA256. */
const { hmac } = await import('@noble/hashes/hmac.js');
const { sha256 } = await import('@noble/hashes/sha2.js');
const { bytesToHex, hexToBytes, utf8ToBytes } = await import('@noble/hashes/utils.js');
const sign: Sign = (key, text) => bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)));
const claim = { interviewId: ID, sequence: 2, answer: 'accepted' } as const;

describe('the token of an answer', () => {
  it('is written as the decision record says', () => {
    expect(answerToken(claim, KEY, sign)).toBe(`fd1-${ID}-2-a-${sign(KEY, `fd1-${ID}-2-a`).slice(0, 32)}`);
  });

  it('R87, R88, R89, R90 says which of the four answers it is, wherever in the subject it stands', () => {
    for (const answer of CANDIDATE_ANSWERS) {
      const token = answerToken({ ...claim, answer }, KEY, sign);
      for (const subject of [`Ja – Trainee (${token})`, `SV: Ja (${token.toUpperCase()}) `, token]) {
        expect(tokensIn(subject)).toEqual([{ ...claim, answer, token }]);
      }
    }
    expect(tokensIn('Yes, I will attend')).toEqual([]);
    expect(tokensIn(answerToken(claim, KEY, sign).replace('fd1', 'fd2'))).toEqual([]);
  });

  it('is genuine only as this interview has signed it', () => {
    const token = answerToken(claim, KEY, sign);
    expect(tokensIn(token).map((one) => isGenuine(one, { answerKey: KEY }, sign))).toEqual([true]);
    const other = answerToken(claim, 'b'.repeat(64), sign);
    for (const forged of [token.replace('-a-', '-w-'), token.replace('-2-', '-3-'), other]) {
      expect(tokensIn(forged).map((one) => isGenuine(one, { answerKey: KEY }, sign))).toEqual([false]);
    }
  });

  it('a token with any other letter is never taken', () => {
    const token = answerToken(claim, KEY, sign);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...Array.from('0123456789abcdefntw-')), (place, letter) => {
        fc.pre(token[place] !== letter);
        const other = `${token.slice(0, place)}${letter}${token.slice(place + 1)}`;
        expect(
          tokensIn(other).filter((one) => one.interviewId === ID && isGenuine(one, { answerKey: KEY }, sign)),
        ).toEqual([]);
      }),
    );
  });
});

describe('the address of an answer', () => {
  it('writes to the sender, with a subject for people and the token at its end', () => {
    const address = new URL(answerAddress('eva+jobb@example.com', 'Ja, tack & hej? – Trainee', 'fd1-x'));
    expect(decodeURIComponent(address.pathname)).toBe('eva+jobb@example.com');
    expect(address.searchParams.get('subject')).toBe('Ja, tack & hej? – Trainee (fd1-x)');
    expect(address.href).not.toMatch(/[\s<>"]/);
  });
});
