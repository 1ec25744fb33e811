import { describe, expect, it } from 'vitest';
import type { ApplicationEvent, ApplicationStatus } from '../records/application.js';
import { setStatus } from './status-event.js';
import { hiredAt } from './hired-at.js';
import { testId } from '../testing/change-builders.js';

const APPLICATION = { applicationId: testId<never>(1), personId: testId<never>(2) };

/** A status each, a second apart. */
function steps(...statuses: readonly ApplicationStatus[]): readonly ApplicationEvent[] {
  return statuses.flatMap((to, n) => {
    const change = setStatus({ ...APPLICATION, status: 'new' }, to, {
      at: n * 1000,
      by: null,
      newId: () => testId(n + 10),
    });
    return change.kind === 'event' ? [change.event as ApplicationEvent] : [];
  });
}

describe('hired on', () => {
  it('R38 is the moment of the status Hired, whatever is noted after it', () => {
    const note: ApplicationEvent = { type: 'note', id: testId(3), at: 9000, by: null, text: 'Starts soon' };
    expect(hiredAt([...steps('invited', 'hired'), note])).toBe(1000);
  });

  it('G-10 is nothing for whoever is a candidate, and the second time for whoever is hired again', () => {
    expect(hiredAt([])).toBeNull();
    expect(hiredAt(steps('hired', 'restored'))).toBeNull();
    expect(hiredAt(steps('hired', 'restored', 'hired'))).toBe(2000);
  });

  it('is the first of two laptops that both hired them', () => {
    expect(hiredAt(steps('hired', 'hired'))).toBe(0);
  });
});
