import type { AboutMethod } from '../statistics/about/about.ts';
import type { Options } from './options.ts';
import type { Table } from './table.ts';

/** The keys of one result, as JSON; written in snake_case. */
export type Answer = Readonly<Record<string, unknown>>;

/** A method on a table: columns and options in, answers out. */
export interface Method {
  readonly about: AboutMethod;
  /** Roles of columns that `--ROLE name` may point at. */
  readonly columns: readonly string[];
  /** True where `--by` means more than "once for each": the method then sees the whole table. */
  readonly ownBy?: boolean;
  /** Options that name a second file; its table is the third argument of `run`, under the name of the option. */
  readonly files?: readonly string[];
  readonly run: (
    table: Table,
    options: Options,
    others: ReadonlyMap<string, Table>,
  ) => Answer | readonly Answer[];
}
