import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationEvent, ApplicationStatus } from '../records/application.js';
import { testId } from '../testing/change-builders.js';
import { foldStanding } from './application-status.js';
import { statusConflict } from './status-conflict.js';

let made = 0;

function step(from: ApplicationStatus, to: ApplicationStatus, settles: readonly string[] = []): ApplicationEvent {
  made += 1;
  const beside = { interviewType: null, rejection: null, otherVacancyId: null };
  const settled = settles.length === 0 ? {} : { settles: [...settles] };
  return { id: testId(made), type: 'status', at: made, by: null, to, ...beside, from, ...settled };
}

function decided(...steps: readonly ApplicationEvent[]): ApplicationEvent {
  made += 1;
  return { id: testId(made), type: 'settled', at: made, by: null, steps: steps.map(({ id }) => id) };
}

const idsOf = (events: readonly ApplicationEvent[], taken?: ReadonlySet<string>) =>
  statusConflict(events, taken)?.steps.map(({ id }) => id) ?? null;

describe('Conflicts of status', () => {
  it('R1 finds none where each saw the step before', () => {
    const events = [step('new', 'invited'), step('invited', 'offered'), step('offered', 'hired')];
    expect(statusConflict(events)).toBeNull();
  });

  it('lists both steps in either order of their stamps, and says which one stands', () => {
    const [rejected, hired] = [step('invited', 'rejected'), step('invited', 'hired')];
    const invited = step('new', 'invited');
    expect(statusConflict([invited, rejected, hired])).toEqual({ steps: [rejected, hired], standing: hired.id });
    expect(statusConflict([invited, hired, rejected])).toEqual({ steps: [hired, rejected], standing: hired.id });
  });

  it('lists the steps of three laptops together', () => {
    const steps = [step('new', 'invited'), step('new', 'rejected'), step('new', 'withdrawn')];
    expect(idsOf(steps)).toEqual(steps.map(({ id }) => id));
    expect(statusConflict(steps)?.standing).toBe(steps[2]?.id);
  });

  it('finds none where two did the same: two invitations are one', () => {
    expect(statusConflict([step('new', 'invited'), step('new', 'invited')])).toBeNull();
  });

  it('finds none in what was written before a step said what it saw', () => {
    const beside = { interviewType: null, rejection: null, otherVacancyId: null };
    const old: ApplicationEvent = { id: testId(900), type: 'status', at: 900, by: null, to: 'rejected', ...beside };
    expect(statusConflict([step('new', 'invited'), old])).toBeNull();
  });

  it('is over once somebody decided, and comes back when that is taken back', () => {
    const [invited, rejected] = [step('new', 'invited'), step('new', 'rejected')];
    const decision = decided(invited, rejected);
    const events = [invited, rejected, decision];
    expect(statusConflict(events)).toBeNull();
    expect(idsOf(events, new Set([decision.id]))).toEqual([invited.id, rejected.id]);
  });

  it('is over once somebody who saw both went on', () => {
    const [invited, rejected] = [step('new', 'invited'), step('new', 'rejected')];
    expect(statusConflict([invited, rejected, step('rejected', 'invited', [invited.id, rejected.id])])).toBeNull();
  });

  it('is open again when a third step arrives that the decision did not know', () => {
    const [invited, rejected] = [step('new', 'invited'), step('new', 'rejected')];
    const late = step('new', 'withdrawn');
    expect(idsOf([late, invited, rejected, decided(invited, rejected)])).toEqual([late.id, invited.id, rejected.id]);
  });

  it('does not say that somebody missed a step that was taken back later', () => {
    const [invited, rejected] = [step('new', 'invited'), step('invited', 'rejected')];
    expect(statusConflict([invited, rejected], new Set([invited.id]))).toBeNull();
  });

  it('does not list a step that was taken back', () => {
    const [invited, rejected] = [step('new', 'invited'), step('new', 'rejected')];
    expect(statusConflict([invited, rejected], new Set([rejected.id]))).toBeNull();
  });

  it('never names a step as standing that did not make the status', () => {
    const some = fc.constantFrom<ApplicationStatus>('new', 'invited', 'offered', 'rejected', 'hired', 'saved');
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { maxLength: 8 }), (pairs) => {
        const events = pairs.map(([from, to]) => step(from, to));
        const conflict = statusConflict(events);
        if (conflict === null) return;
        expect(conflict.steps.length).toBeGreaterThan(1);
        const standing = conflict.steps.find(({ id }) => id === conflict.standing);
        if (standing !== undefined) expect(standing.to).toBe(foldStanding(events).status);
      }),
    );
  });
});
