import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { BadInputError } from '../foundation/errors.ts';
import { csvRecords } from './csv/records.ts';

export const LABELS_DIR = join(CATALOGUE_DIR, 'labels');

/**
 * Reads a two-column table of labels from `catalogue/labels`: what publishers write → what we call it. Lines
 * that begin with '#' are comments. The catalogue is ours and edited by hand, so a fault in it stops the program.
 */
export function readLabels(name: string): ReadonlyMap<string, string> {
  const file = join(LABELS_DIR, `${name}.csv`);
  const labels = new Map<string, string>();
  let header = true;
  for (const item of csvRecords(readFileSync(file, 'utf8'), ',')) {
    if (item.kind === 'fault')
      throw new BadInputError(item.reason, { file, line: item.line }, 'Mend the catalogue.');
    const [published, label, ...more] = item.cells;
    if (published?.startsWith('#')) continue;
    if (published === undefined || label === undefined || more.length > 0) {
      throw new BadInputError(
        'a line of labels has two cells',
        { file, line: item.line },
        'Quote a label that holds a comma.',
      );
    }
    if (!header) labels.set(published, label);
    header = false;
  }
  return labels;
}
