import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { plainMailLayout } from '../../shared/testing/plain-mail-layout.js';
import { FakeHost } from '../data/testing/fake-host.js';

const MAIL: { readonly [C in Channel]?: Result<OutputOf<C>, HostErrorCode> } = {
  'mail.account': success({ account: null, hasPassword: false, hasClientSecret: false, signedIn: null }),
  'mail.layout': success(plainMailLayout()),
  'network.state': success({ up: false }),
};

/** A host without account and network that writes mails and shows them; it remembers what it showed, and may run out of disk. */
export class MailHost extends FakeHost {
  readonly previewed: string[] = [];
  diskFull = false;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (this.diskFull && channel === 'journal.append') return failure('journal/disk-full');
    return MAIL[channel] ?? (await super.call(channel, input));
  }

  override putPreview: FakeHost['putPreview'] = (html) => {
    this.previewed.push(html);
    return Promise.resolve(success({ url: 'about:blank#preview' }));
  };
}
