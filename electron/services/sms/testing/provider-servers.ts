import { startGateway, type AskedOfGateway, type GatewayServer, type GivenAnswer } from './gateway-server.js';

export const CREDENTIALS = { user: 'u1234', password: 'A1B2C3', token: 'tok-en_123' } as const;

interface Taken {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly more: Readonly<Record<string, unknown>>;
  /** In the provider's own word. */
  status: string;
}

export interface ProviderServer extends GatewayServer {
  readonly taken: readonly Taken[];
  /** No SMS is taken any more. */
  credit: boolean;
}

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** 46elks as https://46elks.com/docs says: HTTP Basic, forms, errors as text. */
export async function startElks(): Promise<ProviderServer> {
  const taken: Taken[] = [];
  const state = { credit: true };
  const shown = ({ id, from, to, text, status }: Taken): GivenAnswer => ({
    status: 200,
    body: JSON.stringify({ id, from, to, message: text, status, direction: 'outgoing', cost: 5000 }),
  });
  const server = await startGateway(({ method, path, headers, body }) => {
    if (headers.authorization !== basic(CREDENTIALS.user, CREDENTIALS.password)) {
      return { status: 401, body: 'API access requires Basic HTTP authentication' };
    }
    if (method === 'GET') {
      const one = taken.find(({ id }) => path === `/a1/sms/${id}`);
      return one === undefined ? { status: 404 } : shown(one);
    }
    if (method !== 'POST' || path !== '/a1/sms') return { status: 404 };
    const { from = '', to = '', message = '', ...more } = Object.fromEntries(new URLSearchParams(body));
    if (!/^\+\d{8,15}$/.test(to)) return { status: 400, body: 'Invalid "to" number' };
    if (from === 'Forbidden') return { status: 400, body: 'Invalid "from" sender' };
    if (!state.credit) return { status: 403, body: JSON.stringify({ error: 'Not enough credits' }) };
    const one = {
      id: `s${taken.length.toString().padStart(31, '0')}`,
      from,
      to,
      text: message,
      more,
      status: 'created',
    };
    taken.push(one);
    return shown(one);
  });
  return provider(server, taken, state);
}

/** GatewayAPI as https://gatewayapi.com/docs/apis/rest says: a token, JSON, errors with codes. */
export async function startGatewayApi(): Promise<ProviderServer> {
  const taken: Taken[] = [];
  const state = { credit: true };
  const server = await startGateway((asked) => {
    if (asked.headers.authorization !== basic(CREDENTIALS.token, '')) return apiError(401, '0x0229', 'Invalid token');
    if (asked.method === 'GET') {
      const one = taken.find(({ id }) => asked.path === `/rest/mtsms/${id}`);
      if (one === undefined) return { status: 404 };
      const recipients = [{ msisdn: Number(one.to), dsnstatus: one.status, dsnerror: null }];
      return { status: 200, body: JSON.stringify([{ id: Number(one.id), message: one.text, recipients }]) };
    }
    if (asked.path !== '/rest/mtsms') return { status: 404 };
    return take(asked, taken, state.credit);
  });
  return provider(server, taken, state);
}

function take({ body }: AskedOfGateway, taken: Taken[], credit: boolean): GivenAnswer {
  const { sender, message, recipients, ...more } = JSON.parse(body) as {
    sender: string;
    message: string;
    recipients: [{ msisdn: number }];
  };
  const to = recipients[0].msisdn.toString();
  if (to.endsWith('666')) return apiError(403, '0x0215', `MSISDN ${to} blacklisted`);
  if (to.endsWith('000')) return apiError(422, '0x0308', `Invalid MSISDN ${to}`);
  if (sender === 'Forbidden') return apiError(400, '0x0308', 'Invalid sender');
  if (!credit) return apiError(403, '0x0216', 'Insufficient credit');
  const one = { id: (421_332_671 + taken.length).toString(), from: sender, to, text: message, more, status: 'ENROUTE' };
  taken.push(one);
  return { status: 200, body: JSON.stringify({ ids: [Number(one.id)], usage: { countries: { SE: 1 } } }) };
}

function apiError(status: number, code: string, message: string): GivenAnswer {
  return { status, body: JSON.stringify({ code, incident_uuid: 'd8127429-fa0c-4316-b1f2-e610c3958f43', message }) };
}

function provider(server: GatewayServer, taken: Taken[], state: { credit: boolean }): ProviderServer {
  return Object.defineProperties(Object.assign(Object.create(server) as ProviderServer, { taken }), {
    credit: { get: () => state.credit, set: (credit: boolean) => (state.credit = credit) },
    answer: { get: () => server.answer, set: (answer: GatewayServer['answer']) => (server.answer = answer) },
  });
}
