import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import type { SmsArrival } from '../../../shared/domain/delivery-reason.js';
import type { DeliveryOutcome, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { Channel } from '../../../shared/host/contract.js';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { Message, MessageEvent } from '../../../shared/records/message.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { ApplicationId, InterviewId, MessageId } from '../../../shared/records/primitives.js';
import { asAnswered } from '../../data/answered-standing.js';
import type { EditableRecord } from '../../data/edit-record.js';
import { messageRow } from '../../data/roster/message-row.js';
import type { RefusalRow } from '../../data/roster/refusals.js';
import type { ApplicationRow, InterviewRow, MessageRow } from '../../data/roster/rows.js';
import type { OutboxDeps } from '../outbox-deps.js';

export const DEVICE = 'a'.repeat(16);

/** What the mail server answers to a message; `cut-…` is a line cut after DATA. */
export type ServerAnswer = DeliveryOutcome | 'cut-before-storing' | 'cut-after-storing' | HostErrorCode;
export const ACCEPT: DeliveryOutcome = { state: 'sent', reply: '250 Ok' };
export const BUSY: DeliveryOutcome = { state: 'deferred', scope: 'account', reason: 'mail/server-busy', reply: '421' };
export const LATER: DeliveryOutcome = { state: 'deferred', scope: 'message', reason: 'mail/try-later', reply: '451' };
export const UNKNOWN: DeliveryOutcome = { state: 'failed', reason: 'mail/mailbox-unknown', reply: '550' };
export const REFUSED_LOGIN: DeliveryOutcome = { state: 'paused', reason: 'mail/login-refused', reply: '535' };
export const POLICY: DeliveryOutcome = { state: 'failed', reason: 'mail/refused-by-policy', reply: '554 5.7.1' };

/**
 * Everything that outlives a crash: records, the host's ledger, the mail server. `deps` gives one run of the program its
 * ports; at the step chosen with `crashAt` that run comes to a stand and never goes on, as after SIGKILL.
 */
export class OutboxWorld {
  now = 1_000_000;
  up = true;
  workOffline = false;
  /** The SMS account is one for rehearsing. */
  rehearses = false;
  commitFails = false;
  /** Changes whose commit was not answered although it was written; they stand at the next commit, which is told so. */
  losesAnswer = false;
  #unanswered: readonly Change[] | null = null;
  /** What another writer does while a commit waits for its turn; once. */
  beforePlanning: (() => void) | null = null;
  /** Steps left before the program is killed; null: it lives. */
  crashAt: number | null = null;
  readonly applications = new Set<string>();
  /** Of those that are not new. */
  readonly statuses = new Map<string, ApplicationStatus>();
  readonly interviews = new Map<
    string,
    Pick<InterviewRow, 'cancelled' | 'sequence' | 'startsAt'> & Partial<Pick<InterviewRow, 'accTime'>>
  >();
  /** By address; accepted when nothing else is said. A list is used up one by one. */
  readonly answers = new Map<string, ServerAnswer[]>();
  readonly arrived: string[] = [];
  /** How the laptop stands with a server; null: there is none. */
  server: SyncStanding = null;
  /** What was handed over last, to each. */
  readonly words = new Map<string, Pick<Message, 'text' | 'html'>>();
  /** Of the laptop. */
  names: readonly string[] = [DEVICE];
  /** By Message-ID: what an SMS gateway says when it is asked. */
  readonly arrivals = new Map<string, SmsArrival>();
  /** It answers nothing before this is over. */
  gatewayThinks: Promise<void> = Promise.resolve();
  /** Every attempt, by the laptop's clock. */
  readonly handedOver: { readonly to: string; readonly at: number }[] = [];
  /** Calls to the host, in order. */
  readonly calls: { readonly channel: Channel; readonly input: unknown }[] = [];
  readonly commits: (readonly Change[])[] = [];
  readonly faults: unknown[] = [];
  /** Place of the journal up to which the lists show what it says. */
  takenTo = 0;
  /** What the server refused, with the change sets themselves. */
  readonly refused = new Map<string, { readonly row: RefusalRow; readonly changeSet: ChangeSet }>();
  readonly #reassigned = new Set<MessageId>();
  readonly #messages = new Map<MessageId, { fields: Message; events: MessageEvent[] }>();
  /** Made again only for what changed: a year is looked at some ten thousand times. */
  #rowCache = new Map<MessageId, MessageRow>();
  readonly #ledger = new Map<string, DeliveryOutcome | null>();
  #ids = 0;

  add(to: string, change: Partial<Message> = {}): MessageId {
    const id = this.#newId() as MessageId;
    const fields = Message.parse({
      channel: 'email',
      purpose: 'ad-hoc',
      interviewId: null,
      calendar: null,
      attachments: [],
      personId: '1'.repeat(32),
      applicationId: null,
      vacancyId: null,
      language: 'sv',
      from: { name: '', address: 'eva@example.com' },
      to: { name: '', address: to },
      subject: 'Hej',
      text: 'Hej',
      html: '<p>Hej</p>',
      messageId: `<${id}@example.com>`,
      queuedAt: this.now,
      holdUntil: this.now,
      deliverBy: DEVICE,
      ...change,
    });
    this.#messages.set(id, { fields, events: [] });
    return id;
  }

  /** As a change set of this laptop that the server refused is taken back, or one of the server's is taken in. */
  assign(id: MessageId, deliverBy: string, reassigned = true): void {
    const message = this.#messages.get(id);
    if (message === undefined) throw new Error('no such message');
    message.fields = { ...message.fields, deliverBy };
    if (reassigned) this.#reassigned.add(id);
    else this.#reassigned.delete(id);
    this.#rowCache.delete(id);
  }

  erase(id: MessageId): void {
    this.#messages.delete(id);
    this.#rowCache.delete(id);
  }

  addEvent(id: MessageId, event: MessageEvent): void {
    this.#messages.get(id)?.events.push(event);
    this.#rowCache.delete(id);
  }

  row(id: MessageId): MessageRow {
    const row = this.#rows().get(id);
    if (row === undefined) throw new Error('no such message');
    return row;
  }

  deps(): OutboxDeps {
    return {
      names: () => Promise.resolve(success(this.names)),
      device: DEVICE,
      standing: async () => {
        await this.#step();
        return asAnswered(this.server, this.takenTo);
      },
      readRefused: () => Promise.resolve(new Map([...this.refused].map(([id, { changeSet }]) => [id, changeSet]))),
      settleRefusals: async (ids) => {
        await this.#step();
        for (const id of ids) this.refused.delete(id);
        return success(null);
      },
      edit: (_table, id) => Promise.resolve(this.#editable(id)),
      host: { call: async (channel, input) => await this.#call(channel, input) },
      roster: {
        current: () => ({
          messages: this.#rows(),
          applications: this.#applications(),
          interviews: this.interviews as unknown as ReadonlyMap<InterviewId, InterviewRow>,
          refusals: new Map([...this.refused].map(([id, { row }]) => [id, row])),
        }),
      },
      preferences: { current: () => ({ workOffline: this.workOffline }) },
      message: async (id) => {
        await this.#step();
        const message = this.#messages.get(id);
        return message === undefined ? null : { id, ...message };
      },
      commit: async (request) => {
        await this.#step();
        if (this.commitFails) return failure('journal/disk-full');
        if (this.#unanswered !== null) return this.#tellUnanswered(this.#unanswered);
        this.beforePlanning?.();
        this.beforePlanning = null;
        const changes = typeof request.changes === 'function' ? await request.changes() : request.changes;
        if (changes.length === 0) return failure('commit/empty');
        this.commits.push(changes);
        if (this.losesAnswer) {
          this.losesAnswer = false;
          this.#unanswered = changes;
          return failure('commit/unknown');
        }
        for (const change of changes) this.#take(change);
        await this.#step();
        return success(null);
      },
      newId: () => this.#newId(),
      now: () => this.now,
      random: () => 0.5,
      report: (error) => void this.faults.push(error),
    };
  }

  #tellUnanswered(changes: readonly Change[]): Result<never> {
    this.#unanswered = null;
    for (const change of changes) this.#take(change);
    return failure('commit/settled');
  }

  #rows(): Map<MessageId, MessageRow> {
    for (const [id, message] of this.#messages) {
      if (!this.#rowCache.has(id)) this.#rowCache.set(id, messageRow(id, { id, ...message }, this.#reassigned.has(id)));
    }
    return this.#rowCache;
  }

  #applications(): Map<ApplicationId, ApplicationRow> {
    const rows = [...this.applications].map((id) => [id, { id, status: this.statuses.get(id) ?? 'new' }] as const);
    return new Map(rows) as unknown as Map<ApplicationId, ApplicationRow>;
  }

  #take(change: Change): void {
    const id = change.id as MessageId;
    if (change.kind === 'event') this.addEvent(id, MessageEvent.parse(change.event));
    else if (change.kind === 'set' && change.field === 'deliverBy') this.assign(id, change.value as string);
  }

  #editable(id: MessageId): EditableRecord<'message'> | null {
    const message = this.#messages.get(id);
    if (message === undefined) return null;
    const { fields, events } = message;
    return { table: 'message', id, dossier: fields.personId, fields, events, stamps: new Map() };
  }

  #newId(): string {
    this.#ids += 1;
    return this.#ids.toString(16).padStart(32, '0');
  }

  async #step(): Promise<void> {
    if (this.crashAt === null) return;
    if (this.crashAt === 0) await new Promise(() => undefined);
    this.crashAt -= 1;
  }

  async #call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    await this.#step();
    this.calls.push({ channel, input });
    const answer = await this.#answer(channel, input);
    await this.#step();
    return answer as Result<OutputOf<C>, HostErrorCode>;
  }

  async #answer(channel: Channel, input: unknown): Promise<Result<unknown, HostErrorCode>> {
    if (channel === 'network.state') return success({ up: this.up });
    if (channel === 'app.set-waiting') return success(null);
    if (channel === 'sms.account') {
      return success({ account: this.rehearses ? { provider: 'dry-run' } : null, hasSecret: false });
    }
    if (channel === 'mail.ledger') return success({ outcomes: this.#lookUp(input as InputOf<'mail.ledger'>) });
    if (channel === 'sms.ledger') return success({ outcomes: this.#lookUp(input as InputOf<'sms.ledger'>) });
    if (channel === 'mail.deliver') {
      const { message, again } = input as InputOf<'mail.deliver'>;
      this.words.set(message.to.address, { text: message.text, html: message.html });
      return await this.#deliver(message.messageId, message.to.address, again);
    }
    if (channel === 'sms.deliver') {
      const { messageId, to, again } = input as InputOf<'sms.deliver'>;
      return await this.#deliver(messageId, to, again);
    }
    if (channel === 'sms.arrivals') {
      await this.gatewayThinks;
      const { messageIds } = input as InputOf<'sms.arrivals'>;
      const known = [...this.arrivals].filter(([messageId]) => messageIds.includes(messageId));
      return success({ arrivals: Object.fromEntries(known) });
    }
    throw new Error(`unexpected call ${channel}`);
  }

  #lookUp({ messageIds }: InputOf<'mail.ledger'>): Record<string, DeliveryOutcome> {
    const known = messageIds.filter((messageId) => this.#ledger.has(messageId));
    return Object.fromEntries(known.map((messageId) => [messageId, this.#known(messageId)]));
  }

  #known(messageId: string): DeliveryOutcome {
    return this.#ledger.get(messageId) ?? { state: 'uncertain', reply: '' };
  }

  /** As the host does it: the ledger before the first byte and after the answer. */
  async #deliver(messageId: string, to: string, again: boolean): Promise<Result<DeliveryOutcome, HostErrorCode>> {
    if (this.#ledger.has(messageId)) {
      const known = this.#known(messageId);
      if (known.state === 'sent' || (known.state === 'uncertain' && !again)) return success(known);
    }
    this.handedOver.push({ to, at: this.now });
    const answer = this.answers.get(to)?.shift() ?? ACCEPT;
    if (typeof answer === 'string' && !answer.startsWith('cut')) return failure(answer as HostErrorCode);
    this.#ledger.set(messageId, null);
    await this.#step();
    if (answer !== 'cut-before-storing' && (typeof answer === 'string' || answer.state === 'sent')) {
      this.arrived.push(to);
    }
    await this.#step();
    if (typeof answer === 'string') return success({ state: 'uncertain', reply: '' });
    this.#ledger.set(messageId, answer);
    return success(answer);
  }
}
