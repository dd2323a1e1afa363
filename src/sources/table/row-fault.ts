/** What makes one row of a file unusable. Caught by the tally, which turns it into a reject. */
export class RowFault extends Error {
  readonly column: string | null;

  constructor(column: string | null, reason: string) {
    super(reason);
    this.column = column;
  }
}
