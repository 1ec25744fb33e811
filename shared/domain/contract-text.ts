import type { ContractBlock } from '../records/contract.js';
import type { Wording } from './contract-tags.js';
import { visibleLines } from './single-line.js';

/** How the first letters of a line say what it is; every other line is part of a paragraph. */
const HEADING = /^ *#+ +(?=\S)/;
const ITEM = /^ *[-*•] +(?=\S)/;
const FACT = /^ *\|([^|]*)\|([^|]*)\|? *$/;
const SIGNATURE = /^ *_{3,} +(?=\S)/;

/**
 * A contract as it is typed: `# Heading`, `- item`, `| label | value`, `___ under a line to sign on`; a blank line parts
 * paragraphs. Read before anything is filled in, so that no value can become structure.
 */
export function parseContractText(text: string): readonly ContractBlock[] {
  const blocks: ContractBlock[] = [];
  for (const part of visibleLines(text).split(/\n(?:[ ]*\n)+/)) {
    for (const line of part.split('\n')) {
      if (line.trim() !== '') addLine(blocks, line);
    }
    blocks.push(PARTING);
  }
  return blocks.filter((block) => block !== PARTING);
}

/** A wording as a text of its own: the title in the first line, the contents under it. */
export function readWording(text: string): Wording {
  const [title = '', ...contents] = text.split('\n');
  return { title: title.trim(), blocks: [...parseContractText(contents.join('\n'))] };
}

/** The same the other way round, for the editor. */
export function contractTextOf(blocks: readonly ContractBlock[]): string {
  return blocks.map(textOf).join('\n\n');
}

/** Stands between blocks while they are read, so that a blank line ends each of them; compared by identity. */
const PARTING: ContractBlock = { kind: 'paragraph', text: '' };

function addLine(blocks: ContractBlock[], line: string): void {
  const last = blocks.at(-1);
  const fact = FACT.exec(line);
  if (HEADING.test(line)) blocks.push({ kind: 'heading', text: line.replace(HEADING, '').trim() });
  else if (ITEM.test(line)) {
    const item = line.replace(ITEM, '').trim();
    replaceLast(blocks, last?.kind === 'list' ? { kind: 'list', items: [...last.items, item] } : null, {
      kind: 'list',
      items: [item],
    });
  } else if (fact !== null) {
    const row = { label: (fact[1] ?? '').trim(), value: (fact[2] ?? '').trim() };
    replaceLast(blocks, last?.kind === 'facts' ? { kind: 'facts', rows: [...last.rows, row] } : null, {
      kind: 'facts',
      rows: [row],
    });
  } else if (SIGNATURE.test(line)) {
    const under = line.replace(SIGNATURE, '').trim();
    replaceLast(blocks, last?.kind === 'signatures' ? { kind: 'signatures', under: [...last.under, under] } : null, {
      kind: 'signatures',
      under: [under],
    });
  } else {
    const text = line.trim();
    const goesOn = last?.kind === 'paragraph' && last !== PARTING;
    replaceLast(blocks, goesOn ? { kind: 'paragraph', text: `${last.text}\n${text}` } : null, {
      kind: 'paragraph',
      text,
    });
  }
}

function replaceLast(blocks: ContractBlock[], longer: ContractBlock | null, fresh: ContractBlock): void {
  if (longer === null) blocks.push(fresh);
  else blocks[blocks.length - 1] = longer;
}

function textOf(block: ContractBlock): string {
  switch (block.kind) {
    case 'heading':
      return `# ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.rows.map(({ label, value }) => `| ${label} | ${value}`).join('\n');
    case 'signatures':
      return block.under.map((under) => `___ ${under}`).join('\n');
  }
}
