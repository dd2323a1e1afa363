import type { Areas } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { Cell } from '../lake/engine.ts';
import type { PublishedBasis, Reject } from '../lake/release.ts';
import type { TableName } from '../lake/tables.ts';
import type { InputFile, Sample } from './input/input-file.ts';

/** What `scrutineer sources` prints of a format, and the citation that its releases carry. */
export interface SourceInfo {
  /** Short stable name: `police-uk-street`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Where the publisher offers it. */
  readonly address: string;
  /** How a file of it looks, in words: its header, its shape. */
  readonly looksLike: string;
  readonly table: TableName;
}

/** What a source may ask of the program around it. */
export interface SourceContext {
  readonly areas: Areas;
  /** The police force named by the person who imports (`--force`), as a slug; null when not named. */
  readonly force: string | null;
  /** Ids that a figure with a citation may name; any well-formed id where this is not given. */
  readonly knownMeasures?: ReadonlySet<string>;
  /** Codes of wards → the local authority that each lies in, by the lookups that the lake holds. */
  readonly authorityOfWard?: () => Promise<ReadonlyMap<string, string>>;
}

/** What both kinds of source say of one file, apart from its rows. */
export interface FileFacts {
  /** Releases of one scope supersede each other: `police-uk-street/metropolitan`. */
  readonly scope: string;
  /** Slug of the force that the whole file speaks of, or null. */
  readonly force: string | null;
  /** When it was published, where the file says so. Otherwise the importer bounds it by the last day covered. */
  readonly published?: { readonly date: IsoDate; readonly basis: PublishedBasis };
  /** A citation in the file itself wins over the source's own. */
  readonly citation?: Partial<Pick<SourceInfo, 'title' | 'publisher' | 'licence' | 'address'>>;
  readonly warnings: readonly string[];
  /** Whether its rows carry a `published_id`, by which those that stand in overlapping publications are one. */
  readonly identified?: true;
}

/** A small or oddly laid out file, read whole in TypeScript into rows of the source's table. */
export interface RowsSource extends SourceInfo {
  readonly kind: 'rows';
  recognises(sample: Sample): boolean;
  /** Reads a file. Rows that cannot be read are rejects; only a file that is unusable as a whole throws BadInputError. */
  read(file: InputFile, context: SourceContext): Promise<RowsRead>;
}

export interface RowsRead extends FileFacts {
  /** One object a row, keyed by the table's columns; absent keys are missing. `source` and `release` are filled in by the importer. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** Data rows seen in the file (for a wide table: its lines, not its cells). */
  readonly rowsRead: number;
  /** Data rows of the file that gave at least one row. */
  readonly rowsKept: number;
  readonly rejects: readonly Reject[];
  /** Exact repeats met among the data rows. */
  readonly duplicates: number;
}

/** A big CSV, a record a row, read and normalised by DuckDB in one streaming statement. */
export interface SqlSource extends SourceInfo {
  readonly kind: 'sql';
  recognises(sample: Sample): boolean;
  plan(sample: Sample, context: SourceContext): SqlPlan;
}

export interface SqlPlan extends FileFacts {
  /** SQL expression for each column of the table, over the file's columns (text, or as in `types`; blank cells are NULL). Others are NULL. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * Columns of the file that hold numbers or times. A clean file is read with them, which spares a copy of every value as
   * text; a file with anything else in them is read as text throughout, so expressions and checks must hold for both.
   */
  readonly types: Readonly<Record<string, 'DOUBLE' | 'TIMESTAMP'>>;
  /** What makes a row unusable. The first that holds names the reject's column and reason. */
  readonly checks: readonly { readonly column: string; readonly bad: string; readonly reason: string }[];
  /** Column of the table that is never NULL in a good row and is made NULL in a bad one. */
  readonly key: string;
  /** Identifies a record within one publication; exact repeats that carry it are one. */
  readonly idColumn?: string;
  /** Counts over the finished rows that a reader should be told when they are not zero. */
  readonly notices: readonly { readonly count: string; readonly say: (count: number) => string }[];
}

/**
 * A table too long or too wide to be read row by row in TypeScript – delimited text or Parquet – whose cells are first laid as
 * text into a temporary table of the database. The plan may look at what labels stand in it before it says how to read it.
 */
export interface QuerySource extends SourceInfo {
  readonly kind: 'query';
  recognises(sample: Sample): boolean;
  /** @throws BadInputError for a file that is unusable as a whole */
  plan(table: RawTable, context: SourceContext): Promise<QueryPlan>;
}

/** A file laid into the database as text: columns `c0`, `c1`, … (blank cells are NULL) and `line`. */
export interface RawTable {
  readonly file: InputFile;
  readonly header: readonly string[];
  /** Line on which the header stands. */
  readonly headerLine: number;
  /** The combinations of cells that stand in some columns (positions in the header), and the line on which each stands first. */
  distinct(
    columns: readonly number[],
  ): Promise<readonly { readonly cells: readonly (string | null)[]; readonly line: number }[]>;
}

export interface QueryPlan extends FileFacts {
  /** SQL expression for each column of the table, over the raw columns. Others are NULL. */
  readonly columns: Readonly<Record<string, string>>;
  /** What makes a record unusable. The first that holds names the reject's column and reason. */
  readonly checks: readonly { readonly column: string; readonly bad: string; readonly reason: string }[];
  /** A wide table: columns that are laid under each other, a row for each record and filled cell. */
  readonly unpivot?: {
    readonly columns: readonly { readonly at: number; readonly label: string }[];
    /** SQL expressions over `label` and `cell`, which join `columns`. */
    readonly values: Readonly<Record<string, string>>;
  };
  /** Raw columns that tell one record from another: exact repeats are made one, a second value for the same key is rejected. */
  readonly uniqueBy?: readonly string[];
  /** Counts over the raw records that a reader should be told when they are not zero. */
  readonly notices: readonly { readonly count: string; readonly say: (count: number) => string }[];
}

export type Source = RowsSource | SqlSource | QuerySource;
