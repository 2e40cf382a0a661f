import { createServer } from 'node:net';

/** A port of this machine on which nobody listens: the preferred one if that is free, or else any. */
export async function freePort(preferred: number | null): Promise<number> {
  const port = preferred === null ? null : await tryListen(preferred);
  const free = port ?? (await tryListen(0));
  if (free === null) throw new Error('no free port on 127.0.0.1');
  return free;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
