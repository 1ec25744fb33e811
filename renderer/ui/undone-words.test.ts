import { expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translate.js';
import { failure, success } from '../../shared/lib/result.js';
import type { KeptReason } from '../../shared/changes/invert.js';
import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { personCreate, testId } from '../../shared/testing/change-builders.js';
import type { PersonId } from '../../shared/records/primitives.js';
import { undoneWords } from './undone-words.js';

const { t } = createTranslator('en');

function undone(done: number, kept: number, reason: KeptReason = 'already-left') {
  const changes = (count: number): readonly Change[] =>
    Array.from({ length: count }, (_, n) => personCreate(testId<PersonId>(n)));
  const changeSet: Pick<ChangeSet, 'changes'> = { changes: changes(done) };
  return success({
    saved: { actionId: 'undo', changeSets: [changeSet as ChangeSet] },
    kept: changes(kept).map((change) => ({ change, reason })),
  });
}

it.each([
  ['everything', undone(2, 0), 'Taken back', 'plain'],
  ['a part', undone(50, 150), '50 taken back: 150 had already left', 'problem'],
  ['nothing', undone(0, 1), 'Nothing could be taken back: 1 had already left', 'problem'],
  ['what is in use', undone(0, 1, 'in-use'), 'Nothing could be taken back: 1 is in use by now, so it stays', 'problem'],
  ['a field', undone(1, 2, 'changed-since'), '1 taken back: 2 were changed since', 'problem'],
])('says what stayed when %s was taken back', (_, answer, text, tone) => {
  expect(undoneWords(t, answer)).toEqual({ text, tone });
});

it('says of an undo that stopped half-way that a part of it was done', () => {
  const answer = { ...failure('journal/disk-full' as const), written: {} };
  expect(undoneWords(t, answer).text).toMatch(/^Only part of it could be taken back\. The disk is full/);
});

it('claims nothing of an undo whose answer was lost', () => {
  expect(undoneWords(t, failure('commit/unknown')).text).toMatch(/^The answer was lost/);
});

it('says why nothing was taken back', () => {
  expect(undoneWords(t, failure('journal/disk-full')).text).toContain('The disk is full');
});
