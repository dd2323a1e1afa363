import { NotFoundError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import type { AboutMethod } from '../statistics/about/about.ts';
import { finite } from './finite.ts';
import type { Answer, Method } from './method.ts';
import { METHODS } from './methods.ts';
import { Options, type GivenOptions } from './options.ts';
import { Table } from './table.ts';

export interface AnalyseResult {
  readonly method: string;
  readonly method_version: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly results: readonly Answer[];
}

/**
 * Runs a method on CSV text. `options` are those of the command line, without their dashes; `by` names a column to run
 * the method once for each value of. `others` are the texts of the files that the options of `fileOptions` name.
 *
 * @throws NotFoundError for an unknown method, UsageError for an option it does not have, BadInputError for a table
 *   that cannot be read, StatisticsError for numbers that it cannot answer from
 */
export function analyse(
  method: string,
  csv: string,
  options: GivenOptions = {},
  others: Readonly<Record<string, string>> = {},
): AnalyseResult {
  const found = findMethod(method);
  const given = new Options(options);
  const by = given.text('by');
  const whole = Table.read(csv, given);
  const second = new Map(
    (found.files ?? []).flatMap((name) => {
      const text = others[name];
      return text === undefined ? [] : [[name, Table.read(text, given, given.text(name) ?? name)] as const];
    }),
  );
  const parts =
    by === undefined || found.ownBy === true ? [{ by: undefined, table: whole }] : whole.groups(by);
  const results = parts.flatMap(({ by: value, table }) => {
    const answers = [found.run(table, given, second)].flat();
    return value === undefined ? answers : answers.map((answer) => Object.assign({ by: value }, answer));
  });
  given.refuseUnknown([...found.columns, ...whole.roles]);
  return {
    method: found.about.method,
    method_version: found.about.version,
    options: given.inForce(),
    results: results.map((result) => finite(result)),
  };
}

/** The options of a method that name a second file, whose text `analyse` wants under the same name. */
export function fileOptions(method: string): readonly string[] {
  return findMethod(method).files ?? [];
}

/** The columns that a method reads, those it can do without among them. */
export function columnsOf(method: string): readonly string[] {
  return findMethod(method).columns;
}

/** What a method is: formula, assumptions, source, when not to use it. */
export function explain(method: string): AboutMethod {
  return findMethod(method).about;
}

/** All methods, in the order of the documentation. */
export function listMethods(): readonly AboutMethod[] {
  return METHODS.map(({ about }) => about);
}

function findMethod(name: string): Method {
  const found = METHODS.find(({ about }) => about.method === name);
  if (found !== undefined) return found;
  const names = METHODS.map(({ about }) => about.method);
  const near = nearest(name, names);
  throw new NotFoundError(
    `There is no method '${name}'.`,
    `${near === null ? '' : `Did you mean '${near}'? `}Methods: ${names.join(', ')}.`,
  );
}
