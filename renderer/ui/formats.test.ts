import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.js';

const AT = Date.parse('2026-11-18T09:38:00Z');

describe('createFormats', () => {
  it('writes times in the organisation’s zone, with 24 hours', () => {
    expect(createFormats('en', 'Europe/Stockholm').time(AT)).toBe('10:38');
    expect(createFormats('nl', 'Europe/London').time(AT + 12 * 3_600_000)).toBe('21:38');
  });

  it('writes dates as the language does', () => {
    expect(createFormats('en', 'Europe/Stockholm').longDate(AT)).toBe('Wednesday 18 November');
    expect(createFormats('sv', 'Europe/Stockholm').longDate(AT)).toBe('onsdag 18 november');
    expect(createFormats('nb', 'Europe/Oslo').date(AT)).toBe('18. nov. 2026');
  });

  it('says the year of a time that is in another one', () => {
    const { dateTimeFrom } = createFormats('en', 'Pacific/Auckland');
    const newYear = Date.parse('2026-12-31T11:00:00Z');
    expect(dateTimeFrom(AT, newYear - 60_000)).toBe('31 Dec, 23:59');
    expect(dateTimeFrom(AT, newYear)).toBe('1 Jan 2027, 00:00');
  });

  it('does not move a calendar date, whatever the zone', () => {
    expect(createFormats('en', 'Pacific/Auckland').calendarDate('2026-11-18')).toBe('18 Nov 2026');
    expect(createFormats('en', 'America/Los_Angeles').calendarDate('2026-11-18')).toBe('18 Nov 2026');
  });

  it('sorts by the alphabet of the language', () => {
    const sorted = (language: 'sv' | 'nl') =>
      ['Öberg', 'Zander', 'Ahl', 'Åberg'].sort(createFormats(language, 'UTC').collator.compare);
    expect(sorted('sv')).toEqual(['Ahl', 'Zander', 'Åberg', 'Öberg']);
    expect(sorted('nl')).toEqual(['Åberg', 'Ahl', 'Öberg', 'Zander']);
  });

  it('never says that a file has no size', () => {
    const { bytes } = createFormats('en', 'UTC');
    expect([bytes(12), bytes(412_000), bytes(10_000_000)]).toEqual(['1 kB', '412 kB', '10 MB']);
  });
});
