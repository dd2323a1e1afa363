import type { IsoDate } from '../foundation/iso-date.ts';
import type { TableName } from '../lake/tables.ts';

/** Something in the data that cannot be, or hardly can: JSON of `scrutineer check-data`. */
export interface Problem {
  readonly check: string;
  readonly title: string;
  /** leave-out: the figures concerned are not judged; say: they are, with a caveat. */
  readonly effect: 'leave-out' | 'say';
  readonly table: TableName;
  readonly source: string | null;
  /** Canonical name, where the problem is of one area. */
  readonly area: string | null;
  /** What else tells the part of the publication: column and value. */
  readonly part: Readonly<Record<string, string>>;
  /** First and last day concerned. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly releases: readonly string[];
  /** What was seen, as a sentence with its numbers. */
  readonly seen: string;
  /** By which rule, and how unlikely it is otherwise. */
  readonly rule: string;
  readonly may_mean: string;
  readonly do: string;
  /** Column whose contents are in doubt, where not all of the row is. */
  readonly column: string | null;
  /** Ids of the measures concerned, with "*"; null for all that are made of the rows. */
  readonly measures: readonly string[] | null;
}
