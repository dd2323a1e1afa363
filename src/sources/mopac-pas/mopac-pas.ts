import type { Sample } from '../input/input-file.ts';
import type { RowsSource } from '../source.ts';
import { hasColumns } from '../table/heads.ts';
import { PAS_CITATION } from './citation.ts';
import { readPas } from './read-pas.ts';

const COLUMNS = ['Date', 'Survey', 'Borough', 'Measure', 'Proportion'];

/**
 * Public Attitude Survey by borough and for the force: the share of residents who agree with each statement, over the twelve months
 * that end on the date. Neither bases nor intervals are published. Read with decimal commas or points, `,` or `;` between
 * cells, and dates as 31/3/2016, 31/03/2016 or 31-3-2016.
 */
export const mopacPas: RowsSource = {
  ...PAS_CITATION,
  id: 'mopac-pas',
  title: 'MOPAC Public Attitude Survey (Public Voice dashboard), by borough',
  looksLike: 'Date, Survey (PAS), Borough, Measure, Proportion, MPS',
  recognises: (sample) => hasColumns(sample, COLUMNS) && !speaksOfForceOnly(sample),
  read: (file, context) => readPas(file, context, 'mopac-pas'),
};

/**
 * The same survey published for the force alone. It is a source by itself so that a file without boroughs neither replaces one
 * that has them nor gives the force's figures a second time.
 */
export const mopacPasForce: RowsSource = {
  ...PAS_CITATION,
  id: 'mopac-pas-force',
  title: 'MOPAC Public Attitude Survey (Public Voice dashboard), whole force',
  looksLike: 'Date, Survey (PAS), Borough (MPS in every row), Measure, Proportion',
  recognises: (sample) => hasColumns(sample, COLUMNS) && speaksOfForceOnly(sample),
  read: (file, context) => readPas(file, context, 'mopac-pas-force'),
};

function speaksOfForceOnly({ csv }: Sample): boolean {
  if (!csv || csv.header.includes('MPS')) return false;
  const at = csv.header.indexOf('Borough');
  return (
    csv.records.length > 0 &&
    csv.records.every((cells) => /^(MPS|Metropolitan.*)$/i.test(cells[at]?.trim() ?? ''))
  );
}
