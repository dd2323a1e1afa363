/** How the bytes of a sample are laid out, which decides how it can be changed. */
export type SampleForm = 'text' | 'json' | 'workbook' | 'parquet' | 'other';

/** A small piece of a published file that a source reads without a fault. */
export interface SampleFile {
  readonly source: string;
  /** The file's name: of some layouts it says which force the file is from. */
  readonly name: string;
  readonly form: SampleForm;
  readonly bytes: Buffer;
}
