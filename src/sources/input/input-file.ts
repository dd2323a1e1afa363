/** One thing to import: a file, or a member of a ZIP, on disk and unpacked far enough to be read. */
export interface InputFile {
  /** The path as the person gave it (or found below a folder that they gave). */
  readonly path: string;
  /** Name inside the ZIP, when it came from one. */
  readonly member: string | null;
  /** Where the bytes lie now: `path` itself, or a member unpacked into the staging folder. */
  readonly localPath: string;
  /** True when the bytes at `localPath` are gzip. */
  readonly gzip: boolean;
  readonly size: number;
  /** The content, un-gzipped. Throws BadInputError when it is larger than a workbook or small table may be. */
  read(): Promise<Uint8Array>;
  /** The content as text: UTF-8 (with or without BOM), UTF-16 by BOM, else Windows-1252. */
  text(): Promise<string>;
}

export type Format = 'csv' | 'xlsx' | 'xls' | 'ods' | 'json' | 'parquet' | 'zip' | 'unknown';

/** The beginning of a file, enough to recognise it by content. */
export interface Sample {
  readonly file: InputFile;
  /** Told by the bytes, not by the name: an .xls that is really XLSX says 'xlsx'. */
  readonly format: Format;
  /** The decoded beginning (about 64 KiB) of a text file; null for binary formats. */
  readonly head: string | null;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
  readonly csv: CsvHead | null;
  /** Names of the members of a ZIP that is one publication as a whole (see archives.ts); absent for anything else. */
  readonly members?: readonly string[];
}

/** The first lines of a delimited text file. */
export interface CsvHead {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly newline: '\n' | '\r\n' | '\r';
  /** Header cells, trimmed, BOM and quotes removed. Lines before it that begin with '#' are skipped. */
  readonly header: readonly string[];
  /** The first records after the header (up to 50). */
  readonly records: readonly (readonly string[])[];
  /** Line number (from 1) on which the header stands. */
  readonly headerLine: number;
}
