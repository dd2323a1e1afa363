import { UsageError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import { StatisticsError } from '../statistics/index.ts';
import { isReckonable } from './reckonable.ts';

/** Options as a caller gives them: `{ kind: 'wilson', level: '.9', 'no-screen': true }`. */
export type GivenOptions = Readonly<Record<string, string | number | boolean | undefined>>;

/** The options of one run: read with their defaults, checked, and remembered for the answer. */
export class Options {
  readonly #given = new Map<string, string | number | boolean>();
  readonly #asked = new Map<string, unknown>();

  /** Names may be written `no-screen`, `noScreen` or, as some command lines do, `screen: false`. */
  constructor(given: GivenOptions) {
    for (const [name, value] of Object.entries(given)) {
      if (value === undefined) continue;
      const key = name.replaceAll('_', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (value === false) this.#given.set(`no-${key}`, true);
      else this.#given.set(key, value);
    }
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  text(name: string): string | undefined {
    const value = this.#given.get(name);
    const text = value === undefined ? undefined : String(value);
    return this.#note(name, text);
  }

  flag(name: string): boolean {
    const value = this.#given.get(name);
    return this.#note(name, value !== undefined && value !== 'false');
  }

  /** One of a few words; the first is the default unless another is named. */
  choice<const Word extends string>(name: string, words: readonly [Word, ...Word[]], otherwise?: Word): Word {
    const value = this.#given.get(name);
    if (value === undefined) return this.#note(name, otherwise ?? words[0]);
    const word = words.find((known) => known === value);
    if (word === undefined) {
      const near = nearest(String(value), words);
      throw new UsageError(
        `--${name} cannot be '${String(value)}'.`,
        `${near === null ? '' : `Did you mean '${near}'? `}Known: ${words.join(', ')}.`,
      );
    }
    return this.#note(name, word);
  }

  number(name: string): number | undefined;
  number(name: string, otherwise: number): number;
  number(name: string, otherwise?: number): number | undefined {
    const value = this.#given.get(name);
    return this.#note(name, value === undefined ? otherwise : toNumber(name, String(value)));
  }

  whole(name: string, otherwise: number, least: number, most: number): number {
    const value = this.number(name, otherwise);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new StatisticsError(
        'bad-option',
        `--${name} cannot be ${value}.`,
        `Give a whole number from ${least} to ${most}.`,
      );
    }
    return value;
  }

  /** A confidence level strictly between 0 and 1. */
  level(name: string, otherwise: number): number {
    const value = this.number(name, otherwise);
    if (!(value > 0 && value < 1)) {
      throw new StatisticsError(
        'bad-level',
        `--${name} must lie between 0 and 1 (it is ${value}).`,
        'Write 0.95 for 95 %.',
      );
    }
    return value;
  }

  /** Words set apart by commas. */
  list(name: string): readonly string[] {
    const value = this.#given.get(name);
    const words =
      value === undefined
        ? []
        : String(value)
            .split(',')
            .map((word) => word.trim());
    return this.#note(
      name,
      words.filter((word) => word !== ''),
    );
  }

  numbers(name: string, otherwise: readonly number[]): readonly number[] {
    if (!this.#given.has(name)) return this.#note(name, otherwise);
    return this.#note(
      name,
      this.list(name).map((word) => toNumber(name, word)),
    );
  }

  /** The column that stands for `column`: named by an option of that name, or by itself. */
  column(column: string): string {
    const value = this.#given.get(column);
    return value === undefined ? column : String(value);
  }

  /** Refuses options that nothing has asked for. `columns` are the names that may stand for columns. */
  refuseUnknown(columns: readonly string[]): void {
    const known = new Set([...this.#asked.keys(), ...columns]);
    for (const name of this.#given.keys()) {
      if (known.has(name)) continue;
      const near = nearest(name, known);
      throw new UsageError(
        `This method has no option --${name}.`,
        `${near === null ? '' : `Did you mean --${near}? `}Known: ${[...known].map((word) => `--${word}`).join(', ')}.`,
      );
    }
  }

  /** Every option in force, with its default where none was given; keys in snake_case. */
  inForce(): Record<string, unknown> {
    const entries = [...this.#asked, ...[...this.#given].filter(([name]) => !this.#asked.has(name))];
    return Object.fromEntries(entries.map(([name, value]) => [name.replaceAll('-', '_'), value ?? null]));
  }

  #note<Value>(name: string, value: Value): Value {
    this.#asked.set(name, value);
    return value;
  }
}

function toNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !isReckonable(value))
    throw new UsageError(`--${name} is not a number: '${text}'.`, 'Write it as 0.05 or 12.');
  return value;
}
