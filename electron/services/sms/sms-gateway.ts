import type { SmsArrival } from '../../../shared/domain/delivery-reason.js';
import type { DeliveryOutcome } from '../../../shared/host/contract.js';

/** One SMS as a gateway is told of it. */
export interface Sms {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

export interface GatewayRequest {
  /** Always https. */
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface GatewayAnswer {
  /** Of HTTP. */
  readonly status: number;
  readonly body: string;
}

/** What a phone said, or its network for it; null while nobody knows. */
export type Arrival = SmsArrival | null;

/**
 * A provider of SMS: what it is asked, and what its answers mean. Nothing here sends, waits or remembers; that is done once
 * for all of them.
 */
export interface SmsGateway {
  request(sms: Sms): GatewayRequest;
  outcome(answer: GatewayAnswer): DeliveryOutcome;
  /** What to ask about an SMS that was taken; null where the gateway cannot be asked. */
  inquiry(reference: string): GatewayRequest | null;
  arrival(answer: GatewayAnswer): Arrival;
}
