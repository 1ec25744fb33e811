import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { SECOND } from '../shared/lib/time.js';

/** Not all of them write at once. */
const TICKS = 10;

/** Connections that send a byte of a header each second and never come to its end; one that the server closes comes again. */
export class SlowConnections {
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  readonly #timer: NodeJS.Timeout;

  private constructor(port: number) {
    this.#port = port;
    let at = 0;
    this.#timer = setInterval(() => {
      at += 1;
      for (const [place, socket] of [...this.#sockets].entries()) {
        if (place % TICKS === at % TICKS && socket.writable) socket.write('x');
      }
    }, SECOND / TICKS);
  }

  /** Answers once all of them stand. */
  static async open(port: number, number: number): Promise<SlowConnections> {
    const slow = new SlowConnections(port);
    await Promise.all(Array.from({ length: number }, () => once(slow.#open(), 'connect')));
    return slow;
  }

  /** How many stand open. */
  get open(): number {
    return [...this.#sockets].filter(({ readyState }) => readyState === 'open').length;
  }

  close(): void {
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  #open(): Socket {
    const socket = connect(this.#port, '127.0.0.1');
    this.#sockets.add(socket);
    socket.write('GET /r/slow HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ');
    socket.on('error', () => undefined); // closed by the server while a byte was on its way
    socket.resume().once('close', () => {
      if (this.#sockets.delete(socket)) this.#open();
    });
    return socket;
  }
}
