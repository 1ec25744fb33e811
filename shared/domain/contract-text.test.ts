import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContractBlock } from '../records/contract.js';
import { contractTextOf, parseContractText, readWording } from './contract-text.js';

describe('a contract as it is typed', () => {
  it('is headings, paragraphs, lists, facts and lines to sign on', () => {
    const text = [
      '# 1. Salary',
      'The salary is {salary}.',
      'It is paid monthly.',
      '- one',
      '* two',
      '',
      '| Position | {position}',
      '|Department|{department}|',
      '',
      '- three',
      '',
      '___ Place and date',
      '_____ For {company}',
    ].join('\r\n');
    expect(parseContractText(text)).toEqual([
      { kind: 'heading', text: '1. Salary' },
      { kind: 'paragraph', text: 'The salary is {salary}.\nIt is paid monthly.' },
      { kind: 'list', items: ['one', 'two'] },
      {
        kind: 'facts',
        rows: [
          { label: 'Position', value: '{position}' },
          { label: 'Department', value: '{department}' },
        ],
      },
      { kind: 'list', items: ['three'] },
      { kind: 'signatures', under: ['Place and date', 'For {company}'] },
    ] satisfies ContractBlock[]);
  });

  it('is nothing where nothing is typed', () => {
    expect(parseContractText(' \n\n  \n')).toEqual([]);
  });

  it('has its title in the first line where it comes as one text', () => {
    expect(readWording('Contract\n\n# One\n')).toEqual({
      title: 'Contract',
      blocks: [{ kind: 'heading', text: 'One' }],
    });
  });

  it('comes out of the editor as it went in', () => {
    const line = fc.oneof(
      fc.constantFrom('# H', '- item', '| a | b', '___ sign', '', 'words', '#', '-', '|', '| a', '___', '{salary}'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const blocks = parseContractText(lines.join('\n'));
        expect(parseContractText(contractTextOf(blocks))).toEqual(blocks);
      }),
    );
  });
});
