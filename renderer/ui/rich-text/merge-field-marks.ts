import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { parseTemplate } from '../../../shared/domain/merge-fields.js';
import classes from './rich-text-editor.module.css';

/** Tints merge fields, and those that are none, where they stand: they are typed text and nothing else. */
export const MergeFieldMarks = Extension.create({
  name: 'mergeFieldMarks',
  addProseMirrorPlugins() {
    return [new Plugin({ props: { decorations: ({ doc }) => DecorationSet.create(doc, fieldsIn(doc)) } })];
  },
});

function fieldsIn(doc: Node): Decoration[] {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    let at = position + 1;
    // A hard break is one place long, as the line end that stands for it here.
    for (const part of parseTemplate(node.textBetween(0, node.content.size, undefined, '\n'))) {
      const end = at + (part.kind === 'text' ? part.text : part.tag).length;
      if (part.kind !== 'text') {
        const name = classes[part.kind === 'field' ? 'field' : 'unknown'] ?? '';
        found.push(Decoration.inline(at, end, { class: name }));
      }
      at = end;
    }
    return false;
  });
  return found;
}
