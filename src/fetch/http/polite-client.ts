import { isScrutineerError } from '../../foundation/errors.ts';
import type { Conditions } from './conditions.ts';
import { FetchError, hostOf, mayPass, refused, unreachable } from './http-error.ts';
import { IdleLimit, TooSlow } from './time-limit.ts';
import { TokenBucket, type Rate } from './token-bucket.ts';
import { backOff, retryAfter } from './wait-before-retry.ts';

/** How patient we are, and how much we take. */
export interface Limits {
  /** Tries of one request, the first included. */
  readonly attempts: number;
  /** Seconds of silence after which a connection is given up. */
  readonly idle_seconds: number;
  /** A server that asks us to wait longer than this is left for another day. */
  readonly longest_wait_seconds: number;
  readonly redirects: number;
  /** The largest file that is taken. */
  readonly largest_bytes: number;
}

export interface Ask {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form to send, as it stands in the body; without it the request is a GET. */
  readonly form?: string;
}

/** An answer while it is being read; `alive` is to be called for each piece of it that comes. */
export interface Answer {
  readonly response: Response;
  readonly alive: () => void;
}

const WORTH_ANOTHER_TRY = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Answers that whoever asks must understand: all, part, not changed, part beyond the end. */
const ANSWERS = new Set([200, 206, 304, 416]);

/**
 * Asks one publisher over HTTP as a guest should: no oftener than it allows, with a name, waiting as long as it says, and giving up in
 * words that say what to do. Proxies are those of Node (`NODE_USE_ENV_PROXY`).
 */
export class PoliteClient {
  readonly limits: Limits;
  readonly #bucket: TokenBucket;
  readonly #conditions: Conditions;
  readonly #userAgent: string;

  constructor(
    publisher: { readonly limits: Limits; readonly rate: Rate; readonly userAgent: string },
    conditions: Conditions,
  ) {
    this.limits = publisher.limits;
    this.#userAgent = publisher.userAgent;
    this.#conditions = conditions;
    this.#bucket = new TokenBucket(publisher.rate, conditions);
  }

  /**
   * Asks, and asks again where that may help. What `read` throws is a broken connection, and tried again, unless it is an error of ours.
   * @param ask called before each try, so that a later one can go on where an earlier one broke off
   * @throws FetchError
   */
  async ask<Value>(
    ask: () => Ask | Promise<Ask>,
    read: (answer: Answer) => Promise<Value>,
    attempts = this.limits.attempts,
  ): Promise<Value> {
    for (let failures = 1; ; failures += 1) {
      const { signal } = this.#conditions;
      const idle = new IdleLimit(this.limits.idle_seconds * 1000, signal);
      const asked = await ask();
      let wait: number | null;
      let error: FetchError;
      try {
        const response = await this.#follow(asked, idle);
        if (ANSWERS.has(response.status)) return await read({ response, alive: () => idle.alive() });
        error = refused(asked.address, response.status);
        wait = WORTH_ANOTHER_TRY.has(response.status) ? this.#wait(response, failures) : null;
        await response.body?.cancel();
      } catch (thrown) {
        if (signal.aborted) throw stopped();
        if (isScrutineerError(thrown)) throw thrown;
        const slow = idle.signal.aborted && idle.signal.reason instanceof TooSlow;
        error = slow ? tooSlow(asked.address, idle.signal.reason) : unreachable(asked.address, thrown);
        wait = slow || mayPass(thrown) ? backOff(failures, this.#conditions.random()) : null;
      } finally {
        idle.end();
      }
      if (wait === null || failures >= attempts) throw error;
      if (wait > this.limits.longest_wait_seconds * 1000) throw tooLong(asked.address, wait);
      await this.#conditions.sleep(wait, signal).catch((thrown: unknown) => {
        throw signal.aborted ? stopped() : thrown;
      });
    }
  }

  /** A small answer as text. @throws FetchError */
  async text(ask: Ask, attempts?: number): Promise<string> {
    return this.ask(
      () => ask,
      async ({ response, alive }) => {
        const pieces: Uint8Array[] = [];
        let size = 0;
        for await (const piece of response.body ?? []) {
          alive();
          size += piece.length;
          if (size > LARGEST_LISTING)
            throw new FetchError(
              `${hostOf(ask.address)} sends more than a list could be.`,
              'Check the address in catalogue/publishers.yaml.',
            );
          pieces.push(piece);
        }
        return new TextDecoder().decode(Buffer.concat(pieces));
      },
      attempts,
    );
  }

  async #follow(ask: Ask, idle: IdleLimit): Promise<Response> {
    let { address } = ask;
    for (let hop = 0; hop <= this.limits.redirects; hop += 1) {
      await this.#bucket.take();
      idle.alive();
      const response = await this.#conditions.fetch(address, {
        method: ask.form === undefined ? 'GET' : 'POST',
        headers: {
          'user-agent': this.#userAgent,
          ...(ask.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...ask.headers,
        },
        ...(ask.form === undefined ? {} : { body: ask.form }),
        redirect: 'manual',
        signal: idle.signal,
      });
      idle.alive();
      const to = response.headers.get('location');
      if (!REDIRECTS.has(response.status) || to === null) return response;
      await response.body?.cancel();
      const next = URL.canParse(to, address) ? new URL(to, address) : null;
      if (
        next === null ||
        !/^https?:$/.test(next.protocol) ||
        (address.startsWith('https:') && next.protocol !== 'https:')
      )
        throw new FetchError(
          `${hostOf(address)} sends us on to ${to}, which is not a safe address.`,
          'Open the address in a browser and see where the file is now.',
          response.status,
        );
      address = next.href;
    }
    throw new FetchError(
      `${hostOf(ask.address)} sends us on and on: ${ask.address} never ends anywhere.`,
      'Open the address in a browser and see where the file is now.',
    );
  }

  #wait(response: Response, failures: number): number {
    const { now, random } = this.#conditions;
    return retryAfter(response.headers.get('retry-after'), now()) ?? backOff(failures, random());
  }
}

const LARGEST_LISTING = 64 * 1024 ** 2;

function stopped(): FetchError {
  return new FetchError('Stopped.', 'The same command goes on where this one was stopped.');
}

function tooSlow(address: string, reason: TooSlow): FetchError {
  return new FetchError(
    `${hostOf(address)} is silent: ${reason.message}.`,
    'Run the same command again later: it goes on where this one stopped.',
  );
}

function tooLong(address: string, wait: number): FetchError {
  return new FetchError(
    `${hostOf(address)} asks us to wait ${Math.ceil(wait / 1000)} seconds.`,
    'Run the same command again after that time.',
  );
}
