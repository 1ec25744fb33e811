import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateIn, DAY, HOUR, instantAt, type Instant } from '../lib/time.js';
import { COUNTRIES, type Country } from '../records/organisation.js';
import type { RetentionEvent } from '../records/person.js';
import { testId } from '../testing/change-builders.js';
import { foldKeepMarks } from './keep-marks.js';
import { dueOf, latestKeep, LIST_DAYS, retentionStep, toBeDeleted, type RetentionFacts } from './retention.js';
import { addTerm, ceilingMonths, countryOfZone, termOf, type RetentionSettings } from './retention-rules.js';

const ZONES = {
  SE: 'Europe/Stockholm',
  DK: 'Europe/Copenhagen',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  FI: 'Europe/Helsinki',
} as const satisfies Record<Country, string>;

function settingsOf(country: Country | null, part: Partial<RetentionSettings> = {}): RetentionSettings {
  const zone = country === null ? 'Europe/Oslo' : ZONES[country];
  return { country, zone, retentionMonths: 24, retentionDays: null, ...part };
}

const at = (date: string): Instant => instantAt('Europe/Oslo', date, '12:00');
const MET = at('2026-03-02');
const said = { id: testId<string>(1), by: null };
const NOTHING_SAID = foldKeepMarks([]);

function facts(part: Partial<RetentionFacts> = {}): RetentionFacts {
  return {
    kind: 'candidate',
    capturedAt: MET,
    applications: [{ status: 'rejected', since: at('2026-04-01'), vacancyEnded: null }],
    consent: null,
    lastMeeting: null,
    isWaiting: false,
    marks: NOTHING_SAID,
    ...part,
  };
}

const marks = (...events: RetentionEvent[]): Partial<RetentionFacts> => ({ marks: foldKeepMarks(events) });
const dueIn = (country: Country | null, part: Partial<RetentionFacts> = {}) =>
  dueOf(facts(part), settingsOf(country))?.due ?? null;

describe('when somebody’s details go', () => {
  it('is the usual term of the country after the procedure ended, or what the organisation says', () => {
    const dates = COUNTRIES.map((country) => [country, dueIn(country)]);
    expect(Object.fromEntries(dates)).toEqual({
      SE: '2028-04-01',
      DK: '2026-10-01',
      NL: '2026-04-29',
      NO: '2026-07-01',
      FI: '2027-04-01',
    });
    expect(dueIn(null)).toBe('2028-04-01');
    expect(dueOf(facts(), settingsOf('NL', { retentionDays: 100 }))?.due).toBe('2026-07-10');
    for (const country of COUNTRIES) expect(countryOfZone(ZONES[country])).toBe(country);
    expect(countryOfZone('Europe/Berlin')).toBeNull();
  });

  it('no usual term is longer than its country’s ceiling', () => {
    for (const country of COUNTRIES) {
      const latest = addMonths('2026-01-01', ceilingMonths(country));
      expect(addTerm('2026-01-01', termOf(settingsOf(country))) <= latest).toBe(true);
    }
  });

  it('C20, C24: is never while a procedure goes on, a message waits, or who was hired works here', () => {
    const open = { status: 'invited', since: MET, vacancyEnded: null } as const;
    expect(dueIn('NL', { applications: [...facts().applications, open] })).toBeNull();
    expect(dueIn('NL', { applications: [...facts().applications, { ...open, status: 'hired' }] })).toBeNull();
    expect(dueIn('NL', { isWaiting: true })).toBeNull();
    expect(dueIn('NL', { lastMeeting: at('2026-06-01') })).toBe('2026-06-29');
  });

  it('ends a procedure that nobody ended with its vacancy', () => {
    const left = { status: 'new', since: MET, vacancyEnded: at('2026-05-01') } as const;
    expect(dueIn('DK', { applications: [left] })).toBe('2026-11-01');
    expect(dueIn('DK', { applications: [{ ...left, vacancyEnded: 0 }] })).toBe('2026-09-02'); // it is gone
  });

  it('consent prolongs and never shortens; without an end nothing is due; withdrawn, the rule is what it was', () => {
    expect(dueOf(facts({ consent: { until: '2026-12-31' } }), settingsOf('NL'))).toMatchObject({
      category: 'consented',
      why: 'consent-ended',
      due: '2027-01-01',
    });
    expect(dueIn('NL', { consent: { until: '2026-04-02' } })).toBe('2026-04-29');
    expect(dueIn('NL', { consent: { until: null } })).toBeNull();
    expect(dueIn('NL', { consent: null })).toBe('2026-04-29');
    expect(dueOf(facts({ applications: [] }), settingsOf('NL'))).toMatchObject({ category: 'met', due: '2026-03-30' });
  });

  it('is later for whoever is kept longer, by the latest word, up to the country’s ceiling', () => {
    const kept = (until: string) => ({ ...said, at: MET, type: 'kept-longer', until, reason: 'Asked us to' }) as const;
    expect(dueIn('NL', marks(kept('2026-09-30'), kept('2026-07-31')))).toBe('2026-10-01');
    expect(dueIn('NL', marks(kept('2026-04-02')))).toBe('2026-04-29');
    expect(latestKeep({ ended: '2026-04-01' }, settingsOf('NL'))).toBe('2027-04-01');
  });
});

describe('Candidates to be deleted', () => {
  const nl = settingsOf('NL');
  const day = (date: string, countsFrom = 0) => ({ now: at(date), countsFrom });
  const announced = (on: string, due = '2026-04-29') =>
    ({ ...said, at: at(on), type: 'deletion-announced', due }) as const;

  it('shows whoever is due within thirty days, and nobody earlier', () => {
    expect(toBeDeleted(facts(), nl, day('2026-03-29'))).toBeNull();
    expect(toBeDeleted(facts(), nl, day('2026-03-30'))).toMatchObject({ due: '2026-04-29', deletesOn: '2026-04-29' });
    expect(toBeDeleted(facts(), nl, day('2026-05-20'))).toMatchObject({ deletesOn: '2026-06-19' });
  });

  it('announces, waits for thirty days and the day itself, and only then deletes', () => {
    expect(retentionStep(facts(), nl, day('2026-03-29'))).toBeNull();
    expect(retentionStep(facts(), nl, day('2026-04-10'))).toEqual({ kind: 'announce', due: '2026-04-29' });
    const told = facts(marks(announced('2026-04-10')));
    expect(retentionStep(told, nl, day('2026-05-09'))).toBeNull();
    expect(retentionStep(told, nl, day('2026-05-10'))).toEqual({ kind: 'erase' });
    expect(retentionStep(facts(marks(announced('2026-03-30'))), nl, day('2026-04-28'))).toBeNull();
  });

  it('what was announced for another day counts for nothing', () => {
    const told = facts({ ...marks(announced('2026-04-10')), consent: { until: '2027-01-01' } });
    expect(retentionStep(told, nl, day('2027-01-05'))).toEqual({ kind: 'announce', due: '2027-01-02' });
  });

  it('what was announced before a time in which nobody could look is announced again', () => {
    const told = facts(marks(announced('2026-04-10')));
    expect(retentionStep(told, nl, day('2027-02-01', at('2027-01-15')))).toEqual({
      kind: 'announce',
      due: '2026-04-29',
    });
  });

  it('a hold keeps until it is ended, also one that was placed meanwhile; then the list begins anew', () => {
    const hold = (n: number) =>
      ({ id: testId<string>(n), at: MET, by: null, type: 'legal-hold', reason: 'R' }) as const;
    const end = { ...said, at: at('2026-08-01'), type: 'legal-hold-ended' as const, holds: [hold(2).id] };
    const held = facts(marks(announced('2026-04-10'), hold(2)));
    expect(retentionStep(held, nl, day('2026-07-01'))).toBeNull();
    expect(toBeDeleted(held, nl, day('2026-07-01'))).toMatchObject({ isHeld: true, deletesOn: null });
    expect(
      retentionStep(facts(marks(announced('2026-04-10'), hold(2), hold(3), end)), nl, day('2026-08-02')),
    ).toBeNull();
    const freed = facts(marks(announced('2026-04-10'), hold(2), end));
    expect(retentionStep(freed, nl, day('2026-08-02'))).toEqual({ kind: 'announce', due: '2026-04-29' });
  });

  it('G-12: a prospect stands there and is deleted by nobody but by hand', () => {
    const prospect = facts({ kind: 'prospect', applications: [] });
    expect(toBeDeleted(prospect, nl, day('2026-05-20'))).toMatchObject({ action: 'by-hand', deletesOn: null });
    expect(retentionStep(prospect, nl, day('2029-05-20'))).toBeNull();
  });
});

/** A number from 0 to 1 that the same seed always follows with the same. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('ten years, every night', () => {
  it.each(COUNTRIES)('in %s nobody is deleted early, unlisted or late', (country) => {
    const settings = settingsOf(country);
    const random = chance(COUNTRIES.indexOf(country) + 1);
    const begin = instantAt(settings.zone, '2027-01-01', '02:00');
    const nights = 3653;
    let deleted = 0;
    for (let person = 0; person < 14; person += 1) {
      const ended = begin + Math.floor(random() * 6 * 365) * DAY;
      const until = random() < 0.5 ? null : dateIn(settings.zone, ended + Math.floor(random() * 700) * DAY);
      const consent = until === null ? null : { until };
      const events: RetentionEvent[] = [];
      const listedOn = new Set<string>();
      let goneOn: string | null = null;
      // A hold now and then, and a month in which nobody was there.
      const holdOn = random() < 0.2 ? Math.floor(random() * nights) : -1;
      const awayFrom = random() < 0.2 ? Math.floor(random() * nights) : nights;
      const base = facts({ applications: [{ status: 'rejected', since: ended, vacancyEnded: null }], consent });
      const must = [addTerm(dateIn(settings.zone, ended), termOf(settings)), until === null ? '' : addDays(until, 1)];
      const due = must.reduce((one, other) => (other > one ? other : one));
      for (let night = 0; night < nights && goneOn === null; night += 1) {
        if (night >= awayFrom && night < awayFrom + 45) continue;
        const now = begin + night * DAY + Math.floor(random() * 3) * HOUR;
        if (now < ended) continue;
        const today = dateIn(settings.zone, now);
        const id = testId<string>(night);
        if (night === holdOn) events.push({ id, at: now, by: null, type: 'legal-hold', reason: 'A claim' });
        if (night === holdOn + 90 && holdOn >= 0 && events.some(({ type }) => type === 'legal-hold')) {
          const holds = foldKeepMarks(events).holds.map((hold) => hold.id);
          if (holds.length > 0) events.push({ id, at: now, by: null, type: 'legal-hold-ended', holds });
        }
        const seen = { ...base, marks: foldKeepMarks(events) };
        const moment = { now, countsFrom: night >= awayFrom + 45 ? begin + (awayFrom + 45) * DAY : 0 };
        if (toBeDeleted(seen, settings, moment) !== null) listedOn.add(today);
        const step = retentionStep(seen, settings, moment);
        if (step?.kind === 'announce')
          events.push({ id, at: now, by: null, type: 'deletion-announced', due: step.due });
        if (step?.kind === 'erase') goneOn = today;
      }
      const slack = events.some(({ type }) => type === 'legal-hold') || awayFrom < nights ? 200 : 0;
      const last = dateIn(settings.zone, begin + (nights - 1) * DAY);
      if (addDays(due, slack) < last) expect(goneOn, 'nobody is forgotten').not.toBeNull();
      if (goneOn === null) continue;
      deleted += 1;
      expect(goneOn >= due, 'not early').toBe(true);
      // What is due sooner than the list is long stands there for its whole time all the same.
      const listedFor = addDays(dateIn(settings.zone, ended), LIST_DAYS);
      if (slack === 0) expect(goneOn <= (due > listedFor ? due : addDays(listedFor, 1)), 'not late').toBe(true);
      const gone: string = goneOn;
      const listed = [...listedOn].filter((date) => date < gone);
      expect(listed.length, 'listed').toBeGreaterThanOrEqual(LIST_DAYS);
    }
    expect(deleted).toBeGreaterThan(5);
  });
});
