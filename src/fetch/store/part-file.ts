import { existsSync, readFileSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const schema = z.object({ address: z.string(), validator: z.string() });

/**
 * The beginning of a file whose rest is still to come, beside the place where the whole will stand: `NAME.part`, and `NAME.part.json`, which
 * says of what version of the file it is. Without that it cannot be gone on with.
 */
export class PartFile {
  readonly path: string;
  readonly #about: string;
  readonly #address: string;

  constructor(target: string, address: string) {
    this.path = `${target}.part`;
    this.#about = `${this.path}.json`;
    this.#address = address;
  }

  /** Bytes that are here already, and the validator (ETag or date) of the version that they are of; null to begin anew. */
  held(): { readonly bytes: number; readonly validator: string } | null {
    if (!existsSync(this.path) || !existsSync(this.#about)) return null;
    try {
      const { address, validator } = schema.parse(JSON.parse(readFileSync(this.#about, 'utf8')));
      const { size } = statSync(this.path);
      return address === this.#address && size > 0 ? { bytes: size, validator } : null;
    } catch {
      return null;
    }
  }

  /** Says what version the bytes to come are of; null where the server names none, so that they cannot be gone on with. */
  async begin(validator: string | null): Promise<void> {
    if (validator === null) await rm(this.#about, { force: true });
    else await writeFile(this.#about, JSON.stringify({ address: this.#address, validator }));
  }

  /** Forgets that there was a part; the bytes themselves are left to whoever renamed them. */
  async forget(): Promise<void> {
    await rm(this.#about, { force: true });
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
    await this.forget();
  }
}
