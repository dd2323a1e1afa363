import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What was written under one name. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Text is gathered up to this many characters before it goes to disk: memory does not grow with the files. */
const BLOCK = 128 * 1024;

/** A folder of files that are written line by line. */
export class FileSet {
  readonly #folder: string;
  readonly #written: WrittenFile[] = [];
  rows = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Begins a file with its head, which is not counted among the rows. Parents are made. */
  open(path: string, head: string): LineFile {
    const full = join(this.#folder, path);
    mkdirSync(dirname(full), { recursive: true });
    return new LineFile(openSync(full, 'w'), head, (file) => {
      this.rows += file.rows;
      this.#written.push({ path, ...file });
    });
  }

  /** Writes a file at once. */
  write(path: string, head: string, lines: readonly string[]): void {
    const file = this.open(path, head);
    for (const line of lines) file.line(line);
    file.close();
  }

  /** Everything written so far, by path. */
  get files(): readonly WrittenFile[] {
    return this.#written.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** A file being written. Lines end in a line feed. */
export class LineFile {
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #done: (file: Omit<WrittenFile, 'path'>) => void;
  #block: string;
  #rows = 0;
  #bytes = 0;

  constructor(descriptor: number, head: string, done: (file: Omit<WrittenFile, 'path'>) => void) {
    this.#descriptor = descriptor;
    this.#done = done;
    this.#block = head === '' ? '' : `${head}\n`;
  }

  line(text: string): void {
    this.#block += text;
    this.#block += '\n';
    this.#rows += 1;
    if (this.#block.length >= BLOCK) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
    this.#done({ rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') });
  }

  #flush(): void {
    const bytes = Buffer.from(this.#block);
    this.#hash.update(bytes);
    writeFileSync(this.#descriptor, bytes);
    this.#bytes += bytes.length;
    this.#block = '';
  }
}
