import type { Message } from '../records/message.js';
import { isEmailAddress } from './email-address.js';
import { singleLine } from './single-line.js';

type Mailbox = Message['to'];

export interface TypedRecipients {
  /** In their order, each address once. */
  readonly mailboxes: readonly Mailbox[];
  /** What is no address, as it was typed. */
  readonly wrong: readonly string[];
}

/** Parts at commas, semicolons and line ends that stand neither in quotes nor in angle brackets. */
const PART = /(?:"[^"]*"|<[^>]*>|[^,;\n"<]|["<])+/g;
const NAMED = /^(?:"([^"]*)"|([^"<]*?))\s*<([^<>]*)>$/;

/** Addresses as people type and paste them: `a@b.c, Eva Lind <eva@b.c>; "Holm, Per" <per@b.c>`. */
export function parseRecipients(typed: string): TypedRecipients {
  const mailboxes = new Map<string, Mailbox>();
  const wrong: string[] = [];
  for (const part of typed.match(PART) ?? []) {
    const text = singleLine(part);
    if (text === '') continue;
    const named = NAMED.exec(text);
    const address = (named?.[3] ?? text).trim();
    const name = (named?.[1] ?? named?.[2] ?? '').trim();
    if (!isEmailAddress(address)) wrong.push(text);
    else if (!mailboxes.has(address.toLowerCase())) mailboxes.set(address.toLowerCase(), { name, address });
  }
  return { mailboxes: [...mailboxes.values()], wrong };
}
