import { ScrutineerError } from '../../foundation/errors.ts';

/** A publisher did not give what was asked for. `status` is that of its answer, null where there was none. */
export class FetchError extends ScrutineerError {
  override readonly name = 'FetchError';
  readonly answered: number | null;

  constructor(message: string, advice: string, answered: number | null = null, options?: ErrorOptions) {
    super(message, advice, options);
    this.answered = answered;
  }
}

const NEXT_TIME = 'Run the same command again later: what is already here is not fetched twice.';

/** An answer that is neither the file nor worth a further try. */
export function refused(address: string, status: number): FetchError {
  const host = hostOf(address);
  if (status === 404 || status === 410)
    return new FetchError(
      `${host} has nothing at ${address} (${status}).`,
      'The publisher may not have published it yet, or has moved it: see catalogue/publishers.yaml for the addresses asked.',
      status,
    );
  if (status === 401 || status === 403)
    return new FetchError(
      `${host} does not let us have ${address} (${status}).`,
      'Open the address in a browser; if that works, the publisher turns programs away: download it there and use `scrutineer import`.',
      status,
    );
  if (status === 429)
    return new FetchError(`${host} says that it has been asked too often (429).`, NEXT_TIME, status);
  if (status >= 500)
    return new FetchError(`${host} is in trouble: it answered ${status} to ${address}.`, NEXT_TIME, status);
  return new FetchError(`${host} answered ${status} to ${address}.`, 'Check the address.', status);
}

/** A connection that failed, or stopped, in words that name the host. */
export function unreachable(address: string, error: unknown): FetchError {
  const host = hostOf(address);
  const code = codeOf(error);
  const options = { cause: error };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new FetchError(
      `The name ${host} cannot be found.`,
      'Check that this machine is connected, and the address of the publisher in catalogue/publishers.yaml (or --base-url).',
      null,
      options,
    );
  if (code === 'ECONNREFUSED')
    return new FetchError(
      `${host} refuses the connection.`,
      'Check that this machine may reach it (a proxy or firewall may stand between), and --base-url where you gave one.',
      null,
      options,
    );
  if (/CERT|SSL|TLS|SELF_SIGNED/.test(code))
    return new FetchError(
      `${host} does not prove who it is (${code}).`,
      'Do not go on. Ask whoever runs the network whether it opens encrypted connections.',
      null,
      options,
    );
  return new FetchError(
    `The connection to ${host} broke (${code === '' ? describe(error) : code}).`,
    NEXT_TIME,
    null,
    options,
  );
}

/** Whether a further try may go better: not where the name is wrong, nobody listens or the certificate is bad. */
export function mayPass(error: unknown): boolean {
  return !/^(ENOTFOUND|ECONNREFUSED)$|CERT|SSL|TLS|SELF_SIGNED/.test(codeOf(error));
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function codeOf(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    // Several addresses of one host were tried: the first says why.
    if (each instanceof AggregateError && each.errors.length > 0) return codeOf(each.errors[0]);
  }
  return '';
}

function describe(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? inner.message : String(inner);
}
