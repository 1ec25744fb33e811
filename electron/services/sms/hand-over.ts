import type { DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import type { Network } from '../ports.js';
import { gatewayOf, type GatewayAddresses } from './gateway-of.js';
import { pause } from './outcome-of-status.js';
import { sendRequest, type GatewayTimeouts } from './send-request.js';
import type { AccountWithSecret } from './sms-account-store.js';
import type { Arrival, Sms } from './sms-gateway.js';

export interface WayToGateway {
  readonly network: Network;
  readonly timeouts: GatewayTimeouts;
  readonly addresses: GatewayAddresses;
}

/** `begun`: a byte may have gone out. `stopped`: `begin` refused, and none did. */
export type HandOver =
  | { readonly kind: 'outcome'; readonly outcome: DeliveryOutcome; readonly begun: boolean }
  | { readonly kind: 'stopped' };

const E164 = /^\+[1-9]\d{6,14}$/;
const REHEARSED: DeliveryOutcome = { state: 'sent', reply: '', reason: 'sms/dry-run' satisfies DeliveryReason };

/**
 * Gives one SMS to the gateway of an account.
 *
 * @param begin asked when the line is secure, right before the first byte
 */
export async function handOver(
  { account, secret }: AccountWithSecret,
  sms: Sms,
  { network, timeouts, addresses }: WayToGateway,
  begin: () => Promise<boolean>,
): Promise<HandOver> {
  if (!E164.test(sms.to)) return unbegun({ state: 'failed', reason: NUMBER_INVALID, reply: '' });
  if (account.provider === 'dry-run') return { kind: 'outcome', outcome: REHEARSED, begun: true };
  if (account.provider !== 'http' && secret === '') return unbegun(pause('sms/login-refused', ''));
  if (!network.isUp()) return waiting('mail/no-network', '');
  const gateway = gatewayOf(account, secret, addresses);
  const result = await sendRequest(gateway.request(sms), { authority: account.authority, timeouts, onReady: begin });
  switch (result.kind) {
    case 'answered':
      return { kind: 'outcome', outcome: gateway.outcome(result.answer), begun: true };
    case 'unanswered':
      return { kind: 'outcome', outcome: { state: 'uncertain', reply: result.detail }, begun: true };
    case 'not-secure':
      return waiting('sms/not-secure', result.detail);
    case 'no-connection':
      return waiting('sms/no-connection', result.detail);
    case 'stopped':
      return result;
  }
}

/** What became of an SMS that a gateway took; null while nobody knows, or nobody can be asked. */
export async function askArrival(
  { account, secret }: AccountWithSecret,
  reference: string,
  { network, timeouts, addresses }: WayToGateway,
): Promise<Arrival> {
  if (account.provider === 'dry-run' || !network.isUp()) return null;
  const gateway = gatewayOf(account, secret, addresses);
  const inquiry = gateway.inquiry(reference);
  if (inquiry === null) return null;
  const onReady = (): Promise<boolean> => Promise.resolve(true);
  const patience = { connect: Math.min(timeouts.connect, ASK_WAIT), answer: Math.min(timeouts.answer, ASK_WAIT) };
  const asked = await sendRequest(inquiry, { authority: account.authority, timeouts: patience, onReady });
  return asked.kind === 'answered' ? gateway.arrival(asked.answer) : null;
}

/** Milliseconds. What was asked in vain is asked again: nobody waits long for it. */
const ASK_WAIT = 15_000;

const NUMBER_INVALID: DeliveryReason = 'sms/number-invalid';

function waiting(reason: DeliveryReason, reply: string): HandOver {
  return unbegun({ state: 'deferred', scope: 'account', reason, reply });
}

function unbegun(outcome: DeliveryOutcome): HandOver {
  return { kind: 'outcome', outcome, begun: false };
}
