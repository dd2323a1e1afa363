/**
 * Folding: the form in which names of areas are compared, so that case, blanks, punctuation, ampersands and the notes
 * that publishers hang on names make no difference ("Avon & Somerset [note 2]" and "avon and somerset" are one).
 *
 * The rule, in order; it is the same in TypeScript and in SQL because every step looks at ASCII only:
 * 1. what stands in square brackets, and the marks (R) revised and (P) provisional, become a blank;
 * 2. "&" becomes " and ";
 * 3. every run of anything but ASCII letters and digits becomes one blank; ends are trimmed; letters become small;
 * 4. one or two digits stuck to a last word of three letters or more are a footnote mark, and go ("Wales2", not "SO18").
 *
 * A folded name folds to itself.
 */
export function foldName(name: string): string {
  return name
    .replaceAll(/\[[^\]]*\]|\([RPrp]\)/g, ' ')
    .replaceAll('&', ' and ')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .replaceAll(/^ | $/g, '')
    .toLowerCase()
    .replace(/([a-z]{3})[0-9]{1,2}$/, '$1');
}

/**
 * The same rule as DuckDB SQL.
 * @param column SQL text of the expression to fold, already quoted where it needs to be
 */
export function foldSql(column: string): string {
  const unmarked = `regexp_replace(${column}, '\\[[^\\]]*\\]|\\([RPrp]\\)', ' ', 'g')`;
  const words = `regexp_replace(replace(${unmarked}, '&', ' and '), '[^A-Za-z0-9]+', ' ', 'g')`;
  return `regexp_replace(lower(trim(${words})), '([a-z]{3})[0-9]{1,2}$', '\\1')`;
}
