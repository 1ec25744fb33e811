import { describe, expect, it } from 'vitest';
import { checkFair, tidyFair, type FairValues } from './check-fair.js';

const fair: FairValues = {
  name: 'Career Days',
  place: '',
  stand: '',
  firstDate: '2026-11-17',
  lastDate: '2026-11-18',
  opensAt: '09:00',
  closesAt: '16:00',
  rooms: [],
};

describe('checkFair', () => {
  it('lets a fair through that has a name, days and hours; one day is enough', () => {
    expect(checkFair(fair)).toEqual({});
    expect(checkFair({ ...fair, lastDate: fair.firstDate })).toEqual({});
  });

  it('names each field that is missing', () => {
    const empty = { ...fair, name: ' ', firstDate: '', lastDate: '', opensAt: '', closesAt: '' };
    expect(Object.keys(checkFair(empty)).sort()).toEqual(['closesAt', 'firstDate', 'lastDate', 'name', 'opensAt']);
  });

  it('refuses a last day before the first and a closing before the opening', () => {
    expect(checkFair({ ...fair, lastDate: '2026-11-16' })).toEqual({ lastDate: 'fairs.lastBeforeFirst' });
    expect(checkFair({ ...fair, closesAt: '09:00' })).toEqual({ closesAt: 'fairs.closesBeforeOpens' });
  });

  it('takes dates and times as people type them, and stores them one way', () => {
    const typed = {
      ...fair,
      name: ' Career Days ',
      firstDate: '9.11.2026',
      lastDate: '10/11/2026',
      opensAt: '9',
      closesAt: '16.30',
    };
    expect(checkFair(typed)).toEqual({});
    expect(tidyFair(typed)).toMatchObject({
      name: 'Career Days',
      firstDate: '2026-11-09',
      lastDate: '2026-11-10',
      opensAt: '09:00',
      closesAt: '16:30',
    });
    expect(checkFair({ ...typed, lastDate: '8.11.2026' })).toEqual({ lastDate: 'fairs.lastBeforeFirst' });
    expect(checkFair({ ...typed, firstDate: '31.11.2026' })).toEqual({ firstDate: 'common.invalidDate' });
  });
});
