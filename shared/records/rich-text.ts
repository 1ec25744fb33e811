import { z } from 'zod';
import { LINK_ADDRESS } from '../lib/link-address.js';
import { TextSchema } from './primitives.js';

/** As long as an address may be that mail programs still open. */
const AddressSchema = z.string().max(2000).regex(LINK_ADDRESS);

const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: AddressSchema }) }),
]);
export type RichMark = z.infer<typeof Mark>;

const Inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: TextSchema.min(1), marks: z.array(Mark).default([]) }),
  z.object({ type: z.literal('hardBreak') }),
]);
export type RichInline = z.infer<typeof Inline>;

const inlines = z.array(Inline).default([]);
const Paragraph = z.object({ type: z.literal('paragraph'), content: inlines });
const ListItem = z.object({ type: z.literal('listItem'), content: z.tuple([Paragraph]) });
const items = z.array(ListItem).min(1);

const Block = z.discriminatedUnion('type', [
  Paragraph,
  z.object({ type: z.literal('heading'), content: inlines }),
  z.object({ type: z.literal('bulletList'), content: items }),
  z.object({ type: z.literal('orderedList'), content: items }),
  z.object({ type: z.literal('button'), attrs: z.object({ href: AddressSchema }), content: inlines }),
  z.object({ type: z.literal('horizontalRule') }),
]);
export type RichBlock = z.infer<typeof Block>;

/**
 * The contents of a mail: a ProseMirror document of the few kinds that a mail can show. Closed: a kind that is not here
 * is refused, an attribute that is not here is dropped. Merge fields stay `{given-name}` in the text.
 */
export const RichText = z.object({ type: z.literal('doc'), content: z.array(Block).max(500) });
export type RichText = z.infer<typeof RichText>;
