import { describe, expect, it } from 'vitest';
import type { ContractTemplate } from '../records/contract.js';
import { tagsIn, templatesUsing, unknownTagsIn } from './contract-tags.js';
import { checkWording, templatesFor } from './contract-templates.js';
import { parseContractText } from './contract-text.js';

function template(text: string, change: Partial<ContractTemplate> = {}): ContractTemplate {
  return {
    title: 'T',
    department: '',
    language: 'en',
    blocks: [...parseContractText(text)],
    deleted: false,
    ...change,
  };
}

const EVERYWHERE = ['# {bonus}', '{bonus}', '- {bonus}', '| {bonus} | x', '| x | {bonus}', '___ {bonus}'];

describe('tags of a contract template', () => {
  it.each(EVERYWHERE)('G-11 a tag that does not exist is an error on save, and is named: %s', (text) => {
    expect(checkWording(template(text), [])).toEqual([{ code: 'tag-unknown', tag: 'bonus' }]);
    expect(checkWording(template(text), ['bonus'])).toEqual([]);
  });

  it('G-11 so is one in the title, one that is misspelt, and one that is not closed; each is named once', () => {
    const wording = template('{Salary} {salary {salary} {bonus} {bonus}', { title: '{titel}' });
    expect(unknownTagsIn(wording, [])).toEqual(['titel', 'Salary', 'salary…', 'bonus']);
    expect(tagsIn(wording, [])).toEqual(new Set(['salary']));
  });

  it('a template needs a title and contents', () => {
    expect(checkWording({ title: ' ', blocks: [] }, [])).toEqual([{ code: 'title-blank' }, { code: 'contents-blank' }]);
  });

  it.each(EVERYWHERE)('G-11 a tag that a template uses names that template before it could be deleted: %s', (text) => {
    const uses = template(text);
    expect(templatesUsing([template('{salary}'), uses, template(text, { deleted: true })], 'bonus')).toEqual([uses]);
  });
});

describe('the template for somebody', () => {
  const shipped = { title: 'Shipped', blocks: [] };
  const all = [
    { ...template(''), id: '1', title: 'For all' },
    { ...template(''), id: '2', title: 'B', department: 'IT' },
    { ...template(''), id: '3', title: 'A', department: 'IT' },
    { ...template(''), id: '4', title: 'Svensk', language: 'sv' as const, department: 'IT' },
    { ...template(''), id: '5', title: 'Sales', department: 'Sales' },
    { ...template(''), id: '6', title: 'Deleted', department: 'IT', deleted: true },
  ];

  it('G-11 is the department’s own, else one for all, else the one that comes with the program', () => {
    expect(templatesFor(all, 'IT', 'en', shipped).map(({ title }) => title)).toEqual(['A', 'B', 'For all', 'Shipped']);
    expect(templatesFor(all, '', 'en', shipped).map(({ title }) => title)).toEqual(['For all', 'Shipped']);
    expect(templatesFor(all, 'IT', 'da', shipped).map(({ id }) => id)).toEqual([null]);
  });
});
