import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isEmailAddress } from '../../../shared/domain/email-address.js';
import { invariant } from '../../../shared/lib/assert.js';
import { CALENDAR_FILE_NAME, type Message } from '../../../shared/records/message.js';
import { calendarFile } from './calendar-file.js';

export interface Mail {
  /** SMTP envelope: one mail, one recipient, one transaction. */
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/**
 * The mail as it leaves, from nothing but the frozen message and the files it names, in their order: the same message
 * gives the same bytes at every attempt. Null when an address is none. Throws when the message cannot be built.
 */
export async function composeMime(
  id: string,
  message: Message,
  files: readonly Uint8Array[] = [],
): Promise<Mail | null> {
  const from = asciiAddress(message.from.address);
  const to = asciiAddress(message.to.address);
  if (from === null || to === null) return null;
  const composer = new MailComposer({
    from: { name: message.from.name, address: from },
    to: { name: message.to.name, address: to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    ...calendarPart(message, from, to),
    attachments: attachmentsOf(message, files),
    messageId: message.messageId,
    date: new Date(message.queuedAt),
    headers: { 'Content-Language': message.language },
    baseBoundary: `fairdesk-${id}`,
    // Nothing that somebody typed may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from, to, bytes: await composer.compile().build() };
}

/** The organiser is the mailbox that sends: mail programs show no buttons where somebody else is said to invite. */
function calendarPart({ calendar, queuedAt }: Message, from: string, to: string): { readonly icalEvent?: object } {
  if (calendar === null) return {};
  const { method, organiser, attendee } = calendar;
  const part = { ...calendar, organiser: { ...organiser, address: from }, attendee: { ...attendee, address: to } };
  return { icalEvent: { method, filename: CALENDAR_FILE_NAME, content: calendarFile(part, queuedAt) } };
}

function attachmentsOf({ attachments }: Message, files: readonly Uint8Array[]) {
  return attachments.map(({ name, mediaType }, at) => {
    const file = files[at];
    invariant(file !== undefined, 'a mail never leaves without what it speaks of');
    return { filename: name, contentType: mediaType, content: Buffer.from(file) };
  });
}

/** An address whose domain is written as mail servers read it (RFC 5890); null when it is no address. */
export function asciiAddress(address: string): string | null {
  if (!isEmailAddress(address)) return null;
  const at = address.lastIndexOf('@');
  const ascii = `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
  return isEmailAddress(ascii) ? ascii : null;
}
