import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

/** Anything that answers requests: a Hono app with whatever environment. */
interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** Serves an app on a free port of this machine; `close` stops it. */
export async function serveForTest(app: Answering): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
