import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of a made-up publisher. */
export type Reply = (request: Asked, response: ServerResponse) => void;

export interface Asked {
  readonly method: string;
  /** Path and query, as asked. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A web server on this machine that lays things out as a publisher does, and misbehaves where a test says so. */
export class MadeUpPublisher {
  readonly asked: Asked[] = [];
  readonly #replies = new Map<string, Reply[]>();
  #server: Server | null = null;

  /** What it answers at a path (query included): one reply after another, the last again and again. */
  on(url: string, ...replies: Reply[]): this {
    this.#replies.set(url, replies);
    return this;
  }

  async start(): Promise<string> {
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    let body = '';
    for await (const piece of request) body += String(piece);
    const asked = { method, url, headers, body };
    this.asked.push(asked);
    const replies = this.#replies.get(url) ?? this.#replies.get(url.split('?', 1)[0] ?? '');
    const reply = replies && replies.length > 1 ? replies.shift() : replies?.[0];
    (reply ?? status(404))(asked, response);
  }
}

/** A whole answer. Ranges and validators are honoured as far as an ETag is given. */
export function whole(content: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Reply {
  const bytes = Buffer.from(content);
  const { etag } = headers;
  return (request, response) => {
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
    if (from !== undefined && request.headers['if-range'] === etag) {
      const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
      response.writeHead(206, { ...headers, 'content-range': range }).end(bytes.subarray(Number(from)));
      return;
    }
    response.writeHead(200, { ...headers, 'content-length': String(bytes.length) }).end(bytes);
  };
}

export function json(value: unknown): Reply {
  return whole(JSON.stringify(value), { 'content-type': 'application/json' });
}

/** The beginning of an answer; then the line goes dead. */
export function cutAfter(
  bytes: number,
  content: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const all = Buffer.from(content);
  return (_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': String(all.length) });
    // What came before the line goes dead must have arrived: a reset takes it along.
    response.write(all.subarray(0, bytes), () => setTimeout(() => response.socket?.end(), 100));
  };
}

/** An answer that begins and never ends. */
export function never(begin: string): Reply {
  return (_request, response) => {
    response.writeHead(200).write(begin);
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Reply {
  return (_request, response) => {
    response.writeHead(code, headers).end(body);
  };
}

/** The page that a publisher shows when it is not well, sent as if all were. */
export const SORRY =
  '<!DOCTYPE html><html><head><title>Sorry, there is a problem with the service</title></head><body></body></html>';
