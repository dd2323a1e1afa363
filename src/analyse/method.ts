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
  readonly run: (table: Table, options: Options) => Answer | readonly Answer[];
}
