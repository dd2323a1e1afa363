/** The part of the lake that says when its answers change. */
interface Versioned {
  version(): string;
}

/**
 * Remembers what was worked out from the lake for as long as the lake stays as it is. What failed is not remembered.
 * Two requests for the same thing at the same time share one working-out.
 */
export class LakeMemo<Value> {
  readonly #lake: Versioned;
  #version = '';
  #known = new Map<string, Promise<Value>>();

  constructor(lake: Versioned) {
    this.#lake = lake;
  }

  /** The value of a key, worked out when it is first asked for. */
  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const version = this.#lake.version();
    if (version !== this.#version) {
      this.#version = version;
      this.#known = new Map();
    }
    const known = this.#known;
    const value = known.get(key) ?? make();
    known.set(key, value);
    try {
      return await value;
    } catch (error) {
      known.delete(key);
      throw error;
    }
  }
}
