import type { ReceivedMail } from './smtp-server.js';

/** One of the links by which a candidate answers, taken apart. */
export interface ReadAnswer {
  /** What the link says. */
  readonly label: string;
  readonly to: string;
  /** What the answer's subject says before its token. */
  readonly subject: string;
  readonly interview: string;
  readonly sequence: number;
  readonly letter: string;
  readonly signature: string;
}

const LINK = /<a [^>]*href="(mailto:[^"]+)"[^>]*>(.*?)<\/a>/gs;
const SUBJECT = /^(.*) \(fd1-([0-9a-f]{32})-(\d+)-([antw])-([0-9a-f]{32})\)$/;

/** The answers of a mail's HTML, in their order. Throws at a `mailto:` link that is none, or whose words the text lacks. */
export function readAnswers({ mail }: ReceivedMail): readonly ReadAnswer[] {
  return [...(mail.html ?? '').matchAll(LINK)].map(([, href = '', words = '']) => {
    const address = new URL(href.replaceAll('&amp;', '&'));
    const label = words.replace(/<[^>]*>/g, '').trim();
    const [, subject = '', interview = '', sequence, letter = '', signature = ''] =
      SUBJECT.exec(address.searchParams.get('subject') ?? '') ?? [];
    const line = `${label}: ${address.href}`;
    if (sequence === undefined) throw new Error(`no token in ${address.href}`);
    if (mail.text?.includes(label) !== true || !mail.text.includes(signature))
      throw new Error(`not in the text: ${line}`);
    return {
      label,
      to: decodeURIComponent(address.pathname),
      subject,
      interview,
      sequence: Number(sequence),
      letter,
      signature,
    };
  });
}
