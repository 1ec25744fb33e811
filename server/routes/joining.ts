import {
  InviteAnswer,
  InviteRequest,
  JoinAnswer,
  JoinRequest,
  LeaveAnswer,
  NameRequest,
} from '../../shared/sync/protocol.js';
import { verifyJoining } from '../http/authenticate.js';
import { RequestProblem } from '../http/problem.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { invite, join } from '../store/invitation-rows.js';
import { addName, noteLeft } from '../store/laptop-rows.js';
import { demandAdministrator } from './administrators.js';

const JOINS_A_MINUTE = 20;

/** `POST /v1/devices`, `/v1/devices/names`, `/v1/devices/leave` and `/v1/invitations`: how laptops come to an organisation and go. */
export function addJoiningRoutes(app: App, service: Service): void {
  const { database } = service;
  app.route({
    method: 'POST',
    url: '/v1/devices',
    config: { open: true, rateLimit: { max: JOINS_A_MINUTE, timeWindow: '1 minute' } },
    schema: { body: JoinRequest, response: { 200: JoinAnswer } },
    handler: async (request) => {
      const { code, device, name } = request.body;
      const publicKey = verifyJoining(request, request.body, service);
      const joined = await join(database, { code, device, name, publicKey });
      if (!joined.ok) throw new RequestProblem(joined.code);
      return joined.value;
    },
  });
  app.route({
    method: 'POST',
    url: '/v1/devices/names',
    schema: { body: NameRequest, response: { 200: NameRequest } },
    handler: async (request) => {
      const { device } = request.body;
      if (!(await addName(database, senderOf(request).laptop, device))) throw new RequestProblem('sync/device-taken');
      return { device };
    },
  });
  app.route({
    method: 'POST',
    url: '/v1/devices/leave',
    schema: { response: { 200: LeaveAnswer } },
    handler: async (request) => {
      await noteLeft(database, senderOf(request).laptop);
      return { left: true } as const;
    },
  });
  app.route({
    method: 'POST',
    url: '/v1/invitations',
    schema: { body: InviteRequest, response: { 200: InviteAnswer } },
    handler: async (request) => {
      const { laptop } = senderOf(request);
      await demandAdministrator(database, laptop, request.body.by);
      return await invite(database, laptop.organisation, request.body.recruiterId);
    },
  });
}
