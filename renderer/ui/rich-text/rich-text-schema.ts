import { mergeAttributes, Node, type Extensions } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import StarterKit from '@tiptap/starter-kit';
import { LINK_ADDRESS } from '../../../shared/lib/link-address.js';
import { MergeFieldMarks } from './merge-field-marks.js';

/** Leads somewhere, as a button of a mail; its label is its text. */
const MailButton = Node.create({
  name: 'button',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes() {
    return { href: { default: '', parseHTML: (element) => element.dataset['mailButton'], rendered: false } };
  },
  parseHTML() {
    return [
      {
        tag: 'p[data-mail-button]',
        priority: 60,
        getAttrs: (element) => (LINK_ADDRESS.test(element.dataset['mailButton'] ?? '') ? null : false),
      },
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const href: unknown = node.attrs['href'];
    return ['p', mergeAttributes(HTMLAttributes, { 'data-mail-button': href, title: href }), ['span', 0]];
  },
});

/**
 * The kinds of a mail (`shared/records/rich-text.ts`) as the editor knows them. What is pasted is cut down to these, and
 * a link that may not stand in a mail is only its words.
 */
export const richTextExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    link: false,
    trailingNode: false,
    heading: { levels: [2] },
  }).extend({
    addExtensions() {
      return (this.parent?.() ?? []).map((extension) => {
        // One level of list, each item a line: what every mail program shows alike.
        if (extension.name === 'listItem') return extension.extend({ content: 'paragraph' });
        // Ctrl+Enter is the dialog's.
        if (extension.name === 'hardBreak') {
          return extension.extend({
            addKeyboardShortcuts() {
              return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
            },
          });
        }
        return extension;
      });
    },
  }),
  Link.configure({
    openOnClick: false,
    autolink: false,
    linkOnPaste: false,
    HTMLAttributes: { target: null, rel: null },
    isAllowedUri: (address) => LINK_ADDRESS.test(address),
  }).extend({ inclusive: false }),
  MailButton,
  MergeFieldMarks,
];
