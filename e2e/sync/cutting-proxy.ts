import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly origin: string;
  /** Of the next answers, so many are cut off: the server has done what was asked, and nobody hears of it. */
  cut(answers: number): void;
  close(): Promise<void>;
}

/** A line to a server that breaks when it is told to, after the request has arrived. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  let toCut = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    client.pipe(upstream);
    upstream.on('data', (part: Buffer) => {
      if (toCut > 0) {
        toCut -= 1;
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
    cut(answers) {
      toCut = answers;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
