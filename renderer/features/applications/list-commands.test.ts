import { beforeEach, describe, expect, it } from 'vitest';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { changeList, readList, untick, useApplicationListStore } from '../../state/application-lists.js';
import { clearTicks, extendBy, extendTo, moveBy, putCursor, tickAll, toggleAll, toggleTick } from './list-commands.js';

const VACANCY = testId<VacancyId>(1);
const OTHER = testId<VacancyId>(2);
const ids = [10, 11, 12, 13, 14].map((number) => testId<ApplicationId>(number));
const at = (place: number): ApplicationId => ids[place]!;
const ticked = (): readonly number[] => [...readList(VACANCY).ticked].map((id) => ids.indexOf(id)).sort();

describe('ticking applications', () => {
  beforeEach(() => {
    useApplicationListStore.setState({ lists: {} });
  });

  it('ticks and takes the tick away', () => {
    toggleTick(VACANCY, at(1));
    toggleTick(VACANCY, at(3));
    toggleTick(VACANCY, at(1));
    expect(ticked()).toEqual([3]);
  });

  it('draws a range from the last tick, in either direction', () => {
    toggleTick(VACANCY, at(3));
    extendTo(VACANCY, ids, at(1));
    expect(ticked()).toEqual([1, 2, 3]);
  });

  it('lets a range shrink again while Shift is held', () => {
    putCursor(VACANCY, at(0));
    extendBy(VACANCY, ids, 1);
    extendBy(VACANCY, ids, 2);
    expect(ticked()).toEqual([0, 1, 2, 3]);
    extendBy(VACANCY, ids, -2);
    expect(ticked()).toEqual([0, 1]);
  });

  it('keeps ticks elsewhere while a range is drawn', () => {
    toggleTick(VACANCY, at(4));
    putCursor(VACANCY, at(0));
    extendBy(VACANCY, ids, 1);
    expect(ticked()).toEqual([0, 1, 4]);
  });

  it('takes ticks away over a range that begins with a tick taken away', () => {
    tickAll(VACANCY, ids);
    toggleTick(VACANCY, at(1));
    extendTo(VACANCY, ids, at(3));
    expect(ticked()).toEqual([0, 4]);
  });

  it('adds everybody who is shown, and takes away only those who are shown', () => {
    toggleTick(VACANCY, at(4));
    tickAll(VACANCY, ids.slice(0, 2));
    expect(ticked()).toEqual([0, 1, 4]);
    toggleAll(VACANCY, ids.slice(0, 2));
    expect(ticked()).toEqual([4]);
    toggleAll(VACANCY, ids.slice(0, 2));
    expect(ticked()).toEqual([0, 1, 4]);
    clearTicks(VACANCY);
    expect(ticked()).toEqual([]);
  });

  it('moves without ticking, and stays in the list', () => {
    moveBy(VACANCY, ids, 1);
    moveBy(VACANCY, ids, 1);
    expect(readList(VACANCY).cursor).toBe(at(1));
    moveBy(VACANCY, ids, 99);
    expect(readList(VACANCY).cursor).toBe(at(4));
    expect(ticked()).toEqual([]);
  });

  it('keeps the lists of two vacancies apart, and lets an action untick those it wrote to in both', () => {
    tickAll(VACANCY, ids.slice(0, 3));
    tickAll(OTHER, ids.slice(3));
    changeList(OTHER, { cursor: at(4) });
    untick([at(0), at(3)]);
    expect(ticked()).toEqual([1, 2]);
    expect([...readList(OTHER).ticked]).toEqual([at(4)]);
    expect(readList(OTHER).cursor).toBe(at(4));
  });
});
