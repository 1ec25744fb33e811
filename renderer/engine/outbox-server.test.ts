import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdForServer } from '../../shared/domain/needs-server.js';
import { SECOND } from '../../shared/lib/time.js';
import { OutboxRun } from './testing/outbox-run.js';

let run: OutboxRun;
const known = {
  ...{ server: 'https://sync.example.com', organisation: { id: 'o', name: 'Fjordkraft' }, recruiterId: null },
  ...{ laptop: 'Stand 1', unsent: 0, contactAt: 1, skew: 0, problem: null, loading: null, toRenew: [] },
  ...{ brings: false, resend: null },
};

beforeEach(() => {
  vi.useFakeTimers();
  run = new OutboxRun();
});
afterEach(async () => {
  await run.outbox.stop();
  vi.useRealTimers();
});

it('C18 R46 sends it with the server’s address, once the server has everything and the time to undo is over', async () => {
  const { world } = run;
  const link = 'https://server.invalid/p/token';
  const mail = {
    purpose: 'panel-review',
    personId: null,
    text: `See ${link}`,
    html: `<a href="${link}">${link}</a>`,
  } as const;
  const id = world.add('ida@example.com', { ...mail, holdUntil: world.now + 30 * SECOND });
  world.addEvent(id, holdForServer({ id: 'c'.repeat(32), at: world.now, by: null }));
  world.server = known;
  await run.start();
  expect(run.states(id)).toEqual(['held']);
  for (const still of [{ unsent: 1 }, { brings: true }, { contactAt: null }, { resend: { from: 1, to: 2 } }]) {
    world.server = { ...known, ...still };
    await run.pass(30 * SECOND);
    expect(run.states(id)).toEqual(['held']);
  }
  world.server = { ...known, pages: 'https://pages.example.com' };
  await run.pass(30 * SECOND);
  expect(run.states(id)).toEqual(['sent']);
  const there = 'https://pages.example.com/p/token';
  expect(world.words.get('ida@example.com')).toEqual({
    text: `See ${there}`,
    html: `<a href="${there}">${there}</a>`,
  });
});

it.each(['invitation', 'interview-change', 'reminder'] as const)(
  'C18 R68 holds a mail with a link to answer (%s) until the server has it, and sends those without one',
  async (purpose) => {
    const { world } = run;
    const text = 'Answer: https://server.invalid/r/token';
    const common = { purpose, personId: null, holdUntil: world.now } as const;
    const id = world.add('ebba@example.com', { ...common, text, replyTokenHash: 'a'.repeat(64) });
    const other = world.add('jonas@example.com', common);
    world.server = { ...known, unsent: 1 };
    await run.start();
    expect([run.states(id), run.states(other)]).toEqual([['held'], ['sent']]);
    world.server = known;
    await run.pass(30 * SECOND);
    expect(run.states(id)).toEqual(['sent']);
    expect(world.words.get('ebba@example.com')?.text).toBe('Answer: https://sync.example.com/r/token');
  },
);
