import type { RichText } from '../records/rich-text.js';
import { appendField, templatesIn, usesField } from './rich-text-fields.js';

/** Whether the contents of a mail let the candidate answer, where the tag would really be filled in (R68). */
export function hasConfirmLink(contents: RichText): boolean {
  return usesField(contents, 'confirmlink');
}

/** What decides about the tick box *Infoga en länk* (T4). */
export interface ConfirmLinkForm {
  /** R64: without a mail there is nothing to put a link into. */
  readonly sendsEmail: boolean;
  /** What the recruiter chose; null while the box was not touched. */
  readonly chosen: boolean | null;
  /** The contents in the languages of the actual recipients, one each. */
  readonly variants: readonly RichText[];
}

export interface ConfirmLinkBox {
  readonly ticked: boolean;
  readonly disabled: boolean;
}

/**
 * The tick box. R70–R73, C1: ticked where any variant lacks the link, following the contents while they are edited, until
 * the recruiter touches it; then it stays (R74).
 */
export function confirmLinkBox({ sendsEmail, chosen, variants }: ConfirmLinkForm): ConfirmLinkBox {
  if (!sendsEmail) return { ticked: false, disabled: true };
  return { ticked: chosen ?? variants.some((contents) => !hasConfirmLink(contents)), disabled: false };
}

/** R69, R74, C1: where the box is ticked, a variant that lacks the link gets it at its end; never a second one. */
export function withConfirmLink(contents: RichText, ticked: boolean): RichText {
  if (!ticked || isBlank(contents) || hasConfirmLink(contents)) return contents;
  return appendField(contents, 'confirmlink');
}

/** Then the mail does not go, and a link would hide why (R18). */
function isBlank(contents: RichText): boolean {
  return templatesIn(contents).every((template) => template.trim() === '');
}
