import { expect, it } from 'vitest';
import type { ContractRow } from '../../../shared/domain/progress-actions/employment-contract.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import { fillDown } from './fill-down.js';

function row(terms: Partial<EmploymentTerms>): ContractRow {
  return { terms: { position: '', department: '', startDate: null, salary: '', own: {}, ...terms }, template: null };
}

const ROWS = {
  a: row({ position: 'A' }),
  b: row({ position: 'B', salary: '1', startDate: '2027-02-01', own: { bonus: 'one', car: 'x' } }),
  c: row({ position: 'C', own: { car: 'c' } }),
  d: row({ salary: '4', startDate: '2027-03-01' }),
};
const ORDER = ['a', 'b', 'd', 'c'];

it('C30 what stands in a cell goes into those below it, and nowhere else', () => {
  const filled = fillDown(ROWS, ORDER, 'b', 'salary');
  expect(ORDER.map((id) => filled[id]?.terms.salary)).toEqual(['', '1', '1', '1']);
  expect(ORDER.map((id) => filled[id]?.terms.position)).toEqual(['A', 'B', '', 'C']);
});

it('C30 so does a date, what the organisation asks besides, and an empty cell', () => {
  expect(fillDown(ROWS, ORDER, 'b', 'startDate')['d']?.terms.startDate).toBe('2027-02-01');
  expect(fillDown(ROWS, ORDER, 'b', { own: 'bonus' })['c']?.terms.own).toEqual({ bonus: 'one', car: 'c' });
  expect(fillDown(ROWS, ORDER, 'a', { own: 'car' })['c']?.terms.own).toEqual({ car: '' });
});

it('the last row has nothing below it', () => {
  expect(fillDown(ROWS, ORDER, 'c', 'position')).toEqual(ROWS);
});
