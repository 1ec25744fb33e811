import type { TFunction } from 'i18next';
import type { Message } from '../../shared/records/message.js';

/** Letters of an SMS that stand for it in a list. */
const BEGINNING = 60;

type Titled = Pick<Message, 'channel' | 'subject' | 'text'>;

/** What a message is called where it is one of several: the subject of an email; of an SMS, that it is one and how it begins. */
export function messageTitle(t: TFunction, message: Titled): string {
  const text = messageBeginning(message);
  return message.channel === 'sms' ? t('outbox.smsLine', { text }) : text;
}

/** The same where it is said already which of the two it is. */
export function messageBeginning({ channel, subject, text }: Titled): string {
  return channel === 'sms' ? beginningOf(text) : subject;
}

function beginningOf(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' '));
  return letters.length <= BEGINNING ? letters.join('') : `${letters.slice(0, BEGINNING).join('').trimEnd()}…`;
}
