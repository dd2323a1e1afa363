/**
 * The small family of errors that reach a person. Each says what is wrong, where, and what to do next.
 * One place turns them into text for the command line, one into a page.
 */

/** Where in an input something went wrong. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number | string;
}

/** Base of every error that Scrutineer raises on purpose. Exit code 1: the data or the question is at fault. */
export class ScrutineerError extends Error {
  override readonly name: string = 'ScrutineerError';
  readonly exitCode: 1 | 2 = 1;
  readonly status: 400 | 404 | 409 | 422 | 500 = 422;
  /** What the reader can do about it, in one sentence. */
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}

/** The command was not written as `--help` says. Exit code 2. */
export class UsageError extends ScrutineerError {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
  override readonly status = 400;
}

/** Input that cannot be read as what it claims to be; names file, line and column where they are known. */
export class BadInputError extends ScrutineerError {
  override readonly name = 'BadInputError';
  readonly place: Place;

  constructor(message: string, place: Place, advice: string, options?: ErrorOptions) {
    super(`${describePlace(place)}${message}`, advice, options);
    this.place = place;
  }
}

/** A name that nothing answers to (a measure, an area, a record …); offers the nearest known name. */
export class NotFoundError extends ScrutineerError {
  override readonly name = 'NotFoundError';
  override readonly status = 404;
}

/** Another process holds the workspace. */
export class LockedError extends ScrutineerError {
  override readonly name = 'LockedError';
  override readonly status = 409;
}

/** Whether an unknown thrown value is one of ours, meant to be shown to a person. */
export function isScrutineerError(error: unknown): error is ScrutineerError {
  return error instanceof ScrutineerError;
}

function describePlace({ file, line, column }: Place): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
  ];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? '' : `${known.join(', ')}: `;
}
