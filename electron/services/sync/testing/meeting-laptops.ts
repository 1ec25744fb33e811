import { expect } from 'vitest';
import { createPerson, idOf } from '../../testing/make-change-set.js';
import { FakeServer } from './fake-server.js';
import { Laptop, packed } from './laptop.js';

export interface Meeting {
  readonly server: FakeServer;
  readonly ebba: Laptop;
  readonly oskar: Laptop;
}

/** A server with nothing on it, and two laptops that joined. */
export async function meet(): Promise<Meeting> {
  const server = new FakeServer();
  return { server, ebba: await new Laptop(server).join(), oskar: await new Laptop(server).join() };
}

export function recordsOf(server: FakeServer): Readonly<Record<string, unknown>> {
  return packed(new Map([...server.records()].map(([id, { state }]) => [id, state])));
}

/** Everybody has exchanged everything, and knows what the server knows. */
export async function expectSame(server: FakeServer, laptops: readonly Laptop[]): Promise<void> {
  for (const laptop of [...laptops, ...laptops]) await laptop.settle();
  for (const laptop of laptops) expect(await laptop.records()).toEqual(recordsOf(server));
}

/** Seven people each, so that pages are several. */
export async function writeMany(laptop: Laptop, from: number): Promise<void> {
  for (let i = from; i < from + 7; i++) await laptop.write(createPerson(idOf(i), `person ${i}`));
}
