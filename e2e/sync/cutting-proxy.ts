import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly origin: string;
  /** Of the next answers, so many are cut off: the server has done what was asked, and nobody hears of it. */
  cut(answers: number): void;
  /** The line breaks at the answer to this request from now, counted from 0. */
  cutAt(request: number): void;
  /** The line breaks once so many bytes of answers have come. */
  cutAfter(bytes: number): void;
  /** What was asked: method, path, and the range where there was one. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** A line to a server that breaks when it is told to, after the request has arrived. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  let toCut = 0;
  let untilCut = Number.POSITIVE_INFINITY;
  let requestToCut = Number.POSITIVE_INFINITY;
  const requests: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    client.pipe(upstream);
    client.on('data', (part: Buffer) => {
      const head = part.subarray(0, 2000).toString('latin1');
      const [, asked] = /^((?:GET|POST|PUT) \S+) HTTP/.exec(head) ?? [];
      if (asked === undefined) return;
      const [, range] = /^range: bytes=(\S+)/im.exec(head) ?? [];
      requests.push(range === undefined ? asked : `${asked} ${range}`);
      if (requestToCut === 0) toCut = 1;
      requestToCut -= 1;
    });
    upstream.on('data', (part: Buffer) => {
      untilCut -= part.length;
      if (toCut > 0 || untilCut < 0) {
        toCut = Math.max(0, toCut - 1);
        untilCut = Number.POSITIVE_INFINITY;
        client.destroy();
        upstream.destroy();
      } else client.write(part);
    });
    upstream.on('end', () => client.end());
    client.on('end', () => upstream.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
    requests,
    cut(answers) {
      toCut = answers;
    },
    cutAt(request) {
      requestToCut = request;
    },
    cutAfter(bytes) {
      untilCut = bytes;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
