import type { OutputOf } from '../../shared/host/contract.js';
import type { MessageChannel } from '../../shared/records/message.js';
import { SECOND } from '../../shared/lib/time.js';
import { deliveryStatus, type DeliveryStatus } from './delivery-status.js';
import type { HostClient } from './host-client.js';
import { Observable } from './observable.js';

/** How old the word about network and account may get. */
export const ASK_AGAIN = 5 * SECOND;

/** What screens follow. */
export interface Delivery {
  /** Of email, and of what keeps all messages here. */
  readonly status: DeliveryStatus;
  readonly sms: DeliveryStatus;
  /** The host's word about the network, whatever else stands in the way. */
  readonly up: boolean;
}

/** Of the way that a message takes: what is wrong with one account keeps nothing of the other channel here. */
export function statusOf(delivery: Delivery, channel: MessageChannel): DeliveryStatus {
  return channel === 'sms' ? delivery.sms : delivery.status;
}

interface WatchDeps {
  readonly host: Pick<HostClient, 'call'>;
  readonly preferences: { current(): { readonly workOffline: boolean }; subscribe(listener: () => void): () => void };
  readonly engine: {
    readonly status: Observable<DeliveryStatus>;
    readonly smsStatus: Observable<DeliveryStatus>;
    poke(): void;
  };
}

/** Joins what the engine does with network and account, asked again and again, and wakes the engine when the network is back. */
export class DeliveryWatch {
  readonly delivery = new Observable<Delivery>({ status: { kind: 'idle' }, sms: { kind: 'idle' }, up: true });
  readonly #deps: WatchDeps;
  #outside = { up: true, hasAccount: true, needsSignIn: false };
  #asked = 0;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** Watches until the returned function is called. */
  start(): () => void {
    const { engine, preferences } = this.#deps;
    // An account that was just saved wakes the engine: nobody waits for the next turn to see it.
    const look = (): void => {
      this.#tell();
      void this.ask();
    };
    const stops = [
      engine.status.subscribe(look),
      engine.smsStatus.subscribe(this.#tell),
      preferences.subscribe(this.#tell),
    ];
    const timer = setInterval(() => void this.ask(), ASK_AGAIN);
    void this.ask();
    return () => {
      this.#asked += 1; // answers still under way are nobody's any more
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }

  /** Something may have changed: asks the host now. Of several answers under way only the last counts. */
  async ask(): Promise<void> {
    const mine = ++this.#asked;
    const { host, engine } = this.#deps;
    const [network, mail] = await Promise.all([host.call('network.state', null), host.call('mail.account', null)]);
    if (mine !== this.#asked) return;
    const before = this.#outside;
    this.#outside = {
      up: network.ok && network.value.up,
      hasAccount: mail.ok ? mail.value.account !== null : before.hasAccount,
      needsSignIn: mail.ok ? needsSignIn(mail.value) : before.needsSignIn,
    };
    this.#tell();
    if (this.#outside.up && !before.up) engine.poke();
  }

  readonly #tell = (): void => {
    const { engine, preferences } = this.#deps;
    const { workOffline } = preferences.current();
    const { up } = this.#outside;
    const status = deliveryStatus(engine.status.current(), { ...this.#outside, workOffline });
    // That there is no account for SMS is told by the engine once one wants to leave: many fairs need none.
    const sms = deliveryStatus(engine.smsStatus.current(), { up, workOffline, hasAccount: true, needsSignIn: false });
    const told = this.delivery.current();
    if (status !== told.status || sms !== told.sms || up !== told.up) this.delivery.set({ status, sms, up });
  };
}

function needsSignIn({ account, signedIn }: OutputOf<'mail.account'>): boolean {
  return account !== null && account.signIn.with !== 'password' && signedIn?.ended !== false;
}
