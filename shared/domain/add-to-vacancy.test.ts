import { expect, it } from 'vitest';
import type { PersonId, RecruiterId, VacancyId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { planAddToVacancy, type AddToVacancyContext } from './add-to-vacancy.js';

const TARGET = testId<VacancyId>(10);
const [NORA, TUVA] = [testId<PersonId>(1), testId<PersonId>(2)];
let made = 0;
const stamp = { at: 7, by: testId<RecruiterId>(3), newId: () => testId<string>(100 + (made += 1)) };

function context(applicationsOf: AddToVacancyContext['applicationsOf'] = () => []): AddToVacancyContext {
  return { stamp, applicationsOf };
}

it('C13, G-12: a prospect gets an application in the vacancy, Transferred from nowhere', () => {
  const plan = planAddToVacancy([{ id: NORA, demo: false }], TARGET, context());
  expect(plan.excluded).toEqual([]);
  expect(plan.included).toMatchObject([
    {
      personId: NORA,
      changes: [
        { kind: 'create', table: 'application', fields: { vacancyId: TARGET, receivedAt: 7, text: '', answers: {} } },
        { kind: 'event', event: { type: 'status', to: 'transferred', otherVacancyId: null, by: stamp.by } },
      ],
    },
  ]);
});

it('C13: nobody gets two applications in one vacancy; one that was deleted is none', () => {
  const there = context((person) => [{ vacancyId: TARGET, status: person === NORA ? 'rejected' : 'deleted' }]);
  const plan = planAddToVacancy(
    [NORA, TUVA].map((id) => ({ id, demo: false })),
    TARGET,
    there,
  );
  expect(plan.excluded).toEqual([NORA]);
  expect(plan.included.map(({ personId }) => personId)).toEqual([TUVA]);
});
