/** Raised by a limit of ours, not by the connection. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/**
 * A signal that stops when nothing has happened for a while, or when the one it follows stops. Each sign of life starts the time anew.
 * @param idle milliseconds of silence that are too many
 */
export class IdleLimit {
  readonly #own = new AbortController();
  readonly #idle: number;
  readonly signal: AbortSignal;
  #timer: NodeJS.Timeout | undefined;

  constructor(idle: number, follows: AbortSignal) {
    this.#idle = idle;
    this.signal = AbortSignal.any([this.#own.signal, follows]);
    this.alive();
  }

  /** Something came. */
  alive(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#own.abort(new TooSlow(`nothing came for ${this.#idle / 1000} seconds`)),
      this.#idle,
    );
  }

  /** Stops watching. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
