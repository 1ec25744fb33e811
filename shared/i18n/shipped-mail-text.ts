import type { i18n } from 'i18next';
import { z } from 'zod';
import { plainToRichText } from '../domain/plain-to-rich-text.js';
import type { MailText } from '../domain/plan-mail.js';
import { Id, type Language } from '../records/primitives.js';
import { en } from './catalogues/en/index.js';

/** The text that a mail begins with: `send-email`, one for each type of rejection (R53), … */
export type MailTemplate = ShippedTemplate | OwnStepTemplate;
export type ShippedTemplate = keyof (typeof en)['mail'];
/** G-8: the text of an own step, by the step's id. None is shipped: it begins as any other mail. */
export type OwnStepTemplate = `own-step-${string}`;

/** T5: as a page lists them; last what Fairdesk writes by itself, which EasyCruit has no kind for. */
const ORDER: readonly string[] = [
  'send-email',
  'invite',
  'reject',
  'offer',
  'contract',
  'panel-review',
  'forward',
  'credentials',
  'letter-received',
  'letter-rejected',
  'interview-moved',
  'interview-cancelled',
];
const STAGES: readonly string[] = ['review', 'initial', 'first', 'second', 'third'];

/** Every purpose that a text is shipped for, in the order of T5. */
export const MAIL_TEMPLATES = (Object.keys(en.mail) as ShippedTemplate[]).sort((a, b) => placeOf(a) - placeOf(b));
export const MailTemplateSchema = z.union([z.enum(MAIL_TEMPLATES), z.templateLiteral(['own-step-', Id])]);

export function ownStepTemplate(stepId: string): OwnStepTemplate {
  return `own-step-${stepId}`;
}

/** Whose text this is; null for one of the shipped. */
export function stepOfTemplate(template: MailTemplate): string | null {
  return isOwnStepTemplate(template) ? template.slice('own-step-'.length) : null;
}

export function isOwnStepTemplate(template: MailTemplate): template is OwnStepTemplate {
  return template.startsWith('own-step-');
}

/** Of one of the four interviews, with a reminder (G-8). */
export function isInvitation(template: MailTemplate): boolean {
  return template.startsWith('invite-');
}

/** R43: a text for paper. */
export function isLetter(template: MailTemplate): boolean {
  return template.startsWith('letter-');
}

function placeOf(template: ShippedTemplate): number {
  const [action = '', stage = ''] = /^(?:invite|reject)-/.test(template) ? template.split('-') : [template];
  return ORDER.indexOf(action) * 10 + STAGES.indexOf(stage);
}

/** A template in the language of its recipients, merge fields and all; edited before it goes. */
export function shippedMailText(translator: i18n, template: MailTemplate, language: Language): MailText {
  const t = translator.getFixedT(language);
  const shipped = isOwnStepTemplate(template) ? 'send-email' : template;
  return { subject: t(`mail.${shipped}.subject`), contents: plainToRichText(t(`mail.${shipped}.contents`)) };
}
