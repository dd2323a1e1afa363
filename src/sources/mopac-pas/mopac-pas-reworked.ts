import type { InputFile } from '../input/input-file.ts';
import { readLabels } from '../labels.ts';
import type { RowsRead, RowsSource } from '../source.ts';
import { day, missingMark } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { labelLookup } from '../table/labels.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { PAS_CITATION } from './citation.ts';
import { proportion } from './read-pas.ts';

/**
 * A wide table of force figures by quarter that a holder of the survey worked out again without its weights. It is no
 * publication: it stands under its own name, so that it never answers for the published figures.
 */
export const mopacPasReworked: RowsSource = {
  ...PAS_CITATION,
  id: 'mopac-pas-reworked',
  title: 'MOPAC Public Attitude Survey, reworked without weights by a holder of the data',
  publisher: 'not published: reworked from MOPAC data by its holder',
  looksLike: 'Quarter, Trust, Confidence, Treat_Fair',
  recognises: (sample) => hasColumns(sample, ['Quarter', 'Trust', 'Confidence', 'Treat_Fair']),
  read: readReworked,
};

async function readReworked(file: InputFile): Promise<RowsRead> {
  const table = findTable(await readSheets(file), { date: ['Quarter'] }, file.path);
  const question = labelLookup(readLabels('pas-questions'));
  const tally = new Tally();
  tally.warn(
    'these figures are not as published: the holder worked them out again without the survey weights',
  );
  const questions = table.extra.flatMap(({ name, at }) => {
    const asked = questionOf(name, question);
    if (asked === null) tally.warn(`column that is not part of the layout was left out: ${name}`);
    return asked === null ? [] : [{ name, at, asked }];
  });
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const date = day(record.cells[table.at.date] ?? '', 'Quarter');
      const rows = questions.flatMap(({ name, at, asked }): LakeRow[] => {
        const cell = record.cells[at] ?? '';
        if (missingMark(cell) !== null) {
          tally.count('cells without a figure were left out');
          return [];
        }
        const value = proportion(cell, name);
        return [
          { survey: 'PAS', area: 'Metropolitan Police', area_type: 'force', question: asked, date, value },
        ];
      });
      return tally.isNew([date], JSON.stringify(rows), record.line, 'Quarter') ? rows : [];
    });
  }
  return tally.finish({ scope: 'mopac-pas-reworked', force: 'metropolitan', warnings: [] });
}

function questionOf(name: string, question: (label: string, column: string) => string): string | null {
  try {
    return question(name, name);
  } catch (error) {
    if (error instanceof RowFault) return null;
    throw error;
  }
}
