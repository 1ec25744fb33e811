import { PDFDocument } from 'pdf-lib';
import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { LetterDocument } from '../../shared/records/letter.js';
import { MailHost } from './mail-host.js';

/** A host that sets letters, a page each, remembers which went into one PDF, and has no font for CJK. */
export class LetterHost extends MailHost {
  readonly made: (readonly LetterDocument[])[] = [];

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel !== 'letter.preview') return await super.call(channel, input);
    return (await this.#set(input as InputOf<'letter.preview'>)) as Result<OutputOf<C>, HostErrorCode>;
  }

  async #set({ letters }: InputOf<'letter.preview'>): Promise<Result<{ url: string }, HostErrorCode>> {
    this.made.push(letters);
    if (/\p{Script=Han}/u.test(JSON.stringify(letters))) return failure('letter/unreadable-character');
    const pdf = await PDFDocument.create();
    for (const { subject } of letters) pdf.addPage([595, 842]).drawText(subject.replace(/[^\x20-\x7e]/g, '?'));
    const url = URL.createObjectURL(new Blob([Uint8Array.from(await pdf.save())], { type: 'application/pdf' }));
    return success({ url });
  }
}
