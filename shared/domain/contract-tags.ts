import type { ContractBlock, ContractTemplate } from '../records/contract.js';
import { cutTemplate } from './merge-fields.js';

/** The tags that every contract has (R41, G-11), in the order in which the editor offers them. */
export const CONTRACT_TAGS = [
  'given-name',
  'family-name',
  'email',
  'phone',
  'position',
  'department',
  'start-date',
  'salary',
  'vacancy-title',
  'vacancy-ref-number',
  'company',
  'contact-person',
  'recruiter-name',
  'contract-date',
] as const;
export type BuiltInTag = (typeof CONTRACT_TAGS)[number];

export type Wording = Pick<ContractTemplate, 'title' | 'blocks'>;

/** Every text of a wording, one after another. */
function textsOf({ title, blocks }: Wording): readonly string[] {
  return [title, ...blocks.flatMap(textsOfBlock)];
}

/** The same wording with each text put through `change`. */
export function mapTexts(blocks: readonly ContractBlock[], change: (text: string) => string): ContractBlock[] {
  return blocks.map((block): ContractBlock => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, text: change(block.text) };
      case 'list':
        return { ...block, items: block.items.map(change) };
      case 'facts':
        return {
          ...block,
          rows: block.rows.map(({ label, value }) => ({ label: change(label), value: change(value) })),
        };
      case 'signatures':
        return { ...block, under: block.under.map(change) };
    }
  });
}

/** The tags that a wording uses and that exist, each once; `own` are the organisation's. */
export function tagsIn(wording: Wording, own: readonly string[]): ReadonlySet<string> {
  return new Set(
    namesIn(wording)
      .filter(({ names }) => isTag(names, own))
      .map(({ names }) => names),
  );
}

/** G-11: the tags that a wording uses and that do not exist (any more), each once, as they are shown in braces. */
export function unknownTagsIn(wording: Wording, own: readonly string[]): readonly string[] {
  return [
    ...new Set(
      namesIn(wording)
        .filter(({ names }) => !isTag(names, own))
        .map(({ name }) => name),
    ),
  ];
}

/** G-11: the templates that would lose a tag if it were deleted. */
export function templatesUsing<T extends ContractTemplate>(templates: Iterable<T>, tag: string): readonly T[] {
  return [...templates].filter((template) => !template.deleted && tagsIn(template, [tag]).has(tag));
}

function isTag(name: string, own: readonly string[]): boolean {
  return (CONTRACT_TAGS as readonly string[]).includes(name) || own.includes(name);
}

function namesIn(wording: Wording) {
  return textsOf(wording).flatMap((text) => cutTemplate(text).filter((part) => part.kind === 'tag'));
}

function textsOfBlock(block: ContractBlock): readonly string[] {
  const texts: string[] = [];
  mapTexts([block], (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
