import type { FastifyRequest } from 'fastify';
import type { Sender } from './service.js';

/** Who sent a signed request. */
export function senderOf({ sender }: FastifyRequest): Sender {
  if (sender === null) throw new Error('the route is open: nobody is known to have sent this');
  return sender;
}
