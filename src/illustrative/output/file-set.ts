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

  /** Begins a file with its head, which is not counted among the rows. Without rows there will be no file: no one publishes empty ones. */
  open(path: string, head: string): LineFile {
    return new LineFile(join(this.#folder, path), head, (file) => {
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
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  readonly #done: (file: Omit<WrittenFile, 'path'>) => void;
  #descriptor: number | null = null;
  #block: string;
  #rows = 0;
  #bytes = 0;

  constructor(path: string, head: string, done: (file: Omit<WrittenFile, 'path'>) => void) {
    this.#path = path;
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
    if (this.#rows === 0) return;
    closeSync(this.#flush());
    this.#done({ rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') });
  }

  #flush(): number {
    const descriptor = this.#descriptor ?? created(this.#path);
    this.#descriptor = descriptor;
    const bytes = Buffer.from(this.#block);
    this.#hash.update(bytes);
    writeFileSync(descriptor, bytes);
    this.#bytes += bytes.length;
    this.#block = '';
    return descriptor;
  }
}

function created(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w');
}
