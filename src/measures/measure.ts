import type { IsoDate } from '../foundation/iso-date.ts';
import type { TableName } from '../lake/tables.ts';

/** What the number is: an exact count, a rate of events to people, a share of a whole, or a mean. */
export type MeasureKind = 'count' | 'rate' | 'proportion' | 'mean';

/** A characteristic that residents are counted by. */
export type PeopleBy = 'ethnicity' | 'sex' | 'age';

/** Which way is better. */
export type Direction = 'lower' | 'higher' | 'neither';

/** Rows of the lake that a measure is made of. SQL expressions keep to what DuckDB and Trino both speak. */
export interface TableFeed {
  readonly kind: 'table';
  readonly table: TableName;
  readonly source: string;
  readonly where: string;
  /** Aggregates: a number of events, and what they are a share of. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** A published value that cannot be added up (a survey's proportion): an expression, not an aggregate. */
  readonly value: string | null;
  /** Columns that the measure can be split by: name → SQL expression. */
  readonly by: Readonly<Record<string, string>>;
  /** Splits into parts that share the denominator of the whole: name → part → aggregate that counts it. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Joins columns of another table to the rows; `{outcome}` stands for the rows of that table that are in force. */
  readonly join?: string;
  /** Another feed whose numerator is the denominator of this one, area by area, group by group and month by month. */
  readonly over?: TableFeed;
  /** Whether the rows answer only when they are split: together they would be no whole. */
  readonly splitsOnly?: true;
  /** What must be the same in all that stands in one series (the clock that timed a call): name → SQL expression. */
  readonly alike?: Readonly<Record<string, string>>;
  /** The first day that the rows can answer for, though older ones are held. */
  readonly since?: IsoDate;
  /** Months that a cohort needs before its figure stands: younger ones are marked provisional. */
  readonly matures?: number;
  /** What a reader must know when this feed answers and not another. */
  readonly note?: string;
}

/** Figures with a citation, typed or cut from a publication. */
export interface FigureFeed {
  readonly kind: 'figure';
  /** The measure's name in `published_figure`. */
  readonly measure: string;
  /** Splits whose name is not that of the groups in the figures: name → `group_type`. */
  readonly by?: Readonly<Record<string, string>>;
}

export type Feed = TableFeed | FigureFeed;

/** Planned sample sizes, used for an interval where the publisher gives no base; the result says that it is assumed. */
export interface AssumedBase {
  readonly borough: number;
  readonly force: number;
  readonly designEffect: number;
}

/** A named recipe: what is counted, over what, which way is better, and where it comes from, in order of preference. */
export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** Hash of the recipe: it changes when the meaning may have. */
  readonly version: string;
  readonly kind: MeasureKind;
  readonly unit: string;
  /** Multiplier of a rate: 1,000 for "per 1,000 people". 1 for anything else. */
  readonly per: number;
  readonly direction: Direction;
  readonly standing: string;
  /** Whether a rate's denominator is the resident population rather than a count of its own. */
  readonly perPopulation: boolean;
  /** The count that this rate is made of, and the rate that a count is compared by. */
  readonly rateOf: string | null;
  readonly rate: string | null;
  readonly comparators: readonly string[];
  /** Splits of a rate whose groups have a population of their own: name → which characteristic of residents. */
  readonly people?: Readonly<Record<string, PeopleBy>>;
  readonly assumedBase: AssumedBase | null;
  /** Month (1–12) in which its year begins, when none is asked for: 4 for the financial year. */
  readonly yearStarts: number;
  readonly notes: readonly string[];
  readonly feeds: readonly Feed[];
}
