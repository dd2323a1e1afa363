import { nearest } from '../../foundation/nearest.ts';
import { RowFault } from './row-fault.ts';

/** The form in which labels are compared: case, runs of blanks and quotes make no difference. */
export function foldLabel(label: string): string {
  return label.replaceAll(/["“”]/g, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** A lookup of published labels that does not mind case or blanks. */
export function labelLookup(labels: ReadonlyMap<string, string>): (label: string, column: string) => string {
  const folded = new Map([...labels].map(([published, canonical]) => [foldLabel(published), canonical]));
  return (label, column) => {
    const found = folded.get(foldLabel(label));
    if (found !== undefined) return found;
    const near = nearest(label, labels.keys());
    throw new RowFault(
      column,
      `unknown label "${label}"${near === null ? '' : ` (did you mean "${near}"?)`}`,
    );
  };
}
