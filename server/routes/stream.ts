import { SECOND } from '../../shared/lib/time.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { findLaptop, noteSeen } from '../store/laptop-rows.js';
import { readOrganisation } from '../store/organisation-rows.js';

const ALIVE_EVERY = 20 * SECOND;

/** `GET /v1/stream`: says where the log stands whenever it grew, that files became whole, and nothing else. It ends when the laptop is revoked. */
export function addStreamRoute(app: App, { database, news }: Service): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const close of open) close();
    await Promise.resolve();
  });
  app.route({
    method: 'GET',
    url: '/v1/stream',
    schema: {
      description:
        'text/event-stream: `head` with the place of the newest change set, at once and whenever it grew; `file`, with 0, when files became whole: at most once in two seconds, however many they are.',
    },
    handler: async (request, reply) => {
      const { laptop, device } = senderOf(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      let told = -1;
      const tell = async (): Promise<void> => {
        if ((await findLaptop(database, device))?.revoked !== false) return close();
        const { head } = await readOrganisation(database, laptop.organisation);
        if (raw.writableEnded || raw.destroyed) return; // it was closed while the store was asked
        if (head !== told) raw.write(`event: head\ndata: ${head}\n\n`);
        told = head;
      };
      const look = (): void => void tell().catch(() => close());
      const stopWaiting = news.wait(laptop.organisation, (what) => {
        if (what === 'log') look();
        else if (!raw.writableEnded && !raw.destroyed) raw.write('event: file\ndata: 0\n\n');
      });
      const alive = setInterval(() => {
        raw.write(': alive\n\n');
        look();
        void noteSeen(database, laptop.id).catch(() => close());
      }, ALIVE_EVERY);
      function close(): void {
        clearInterval(alive);
        stopWaiting();
        open.delete(close);
        raw.end();
      }
      open.add(close);
      raw.once('close', close);
      look();
      await Promise.resolve();
    },
  });
}
