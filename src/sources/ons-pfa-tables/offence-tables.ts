import { readLabels } from '../labels.ts';
import type { SourceContext } from '../source.ts';
import { labelLookup } from '../table/labels.ts';
import { RowFault } from '../table/row-fault.ts';
import type { LakeRow, Tally } from '../table/tally.ts';
import { divisor, figure, published } from './figure.ts';
import { midYear, yearEnding, type Period } from './period.ts';
import { pfaAreas } from './pfa-area.ts';
import type { PfaColumn, PfaTable } from './pfa-table.ts';

/** Counts met so far: period, area and stem → number of offences. Rates take their numerators from it. */
export type Counts = Map<string, number>;

const countKey = (period: Period, area: string, stem: string): string => `${period.from} ${area} ${stem}`;
/** A rate whose count stands in the other table under another stem. */
const COUNT_OF: ReadonlyMap<string, string> = new Map([
  ['residential-burglary-household', 'residential-burglary'],
]);

export function isOffenceCounts({ title }: PfaTable): boolean {
  return /offence group/i.test(title) && /number of offences/i.test(title) && yearEnding(title) !== null;
}

export function isOffenceRates({ title }: PfaTable): boolean {
  return (
    /offence group/i.test(title) && /rate of offences per 1,000/i.test(title) && yearEnding(title) !== null
  );
}

/** Tables P1 and P4: numbers of offences by offence group. Gives `<stem>-count`. */
export function readOffenceCounts(
  table: PfaTable,
  context: SourceContext,
  tally: Tally,
  counts: Counts,
): void {
  const period = yearEnding(table.title);
  if (!period) return;
  const areaOf = pfaAreas(table, context);
  const columns = offenceColumns(table, tally);
  for (const record of table.records) {
    tally.record(record, () => {
      const area = areaOf(record);
      const rows = columns.map(({ at, name, stem }): LakeRow => {
        const cell = published(record.cells[at] ?? '', name);
        if (cell.value !== null) counts.set(countKey(period, area.name, stem), cell.value);
        return figure({ area, period, cell, measure: `${stem}-count`, unit: `offences${scopeOf(stem)}` });
      });
      return tally.isNew([table.sheet, area.name], JSON.stringify(rows), record.line, null) ? rows : [];
    });
  }
}

/** Table P3: offences per 1,000 people, with the population. Gives `<stem>-rate`, `population` and `households`. */
export function readOffenceRates(
  table: PfaTable,
  context: SourceContext,
  tally: Tally,
  counts: Counts,
): void {
  const period = yearEnding(table.title);
  if (!period) return;
  const people = table.columns.find(({ name }) => /^population figures/i.test(name));
  const households = table.columns.find(({ name }) => /^household figures/i.test(name));
  const areaOf = pfaAreas(table, context);
  const columns = offenceColumns(table, tally, [people, households]);
  for (const record of table.records) {
    const cellAt = (column: PfaColumn | undefined): string => (column ? (record.cells[column.at] ?? '') : '');
    tally.record(record, () => {
      const area = areaOf(record);
      const numberOf = {
        people: published(cellAt(people), 'Population'),
        households: published(cellAt(households), 'Households'),
      };
      const base = [
        { column: people, measure: 'population', unit: 'people, rounded to 100', cell: numberOf.people },
        {
          column: households,
          measure: 'households',
          unit: 'households, rounded to 100',
          cell: numberOf.households,
        },
      ].flatMap(({ column, measure, unit, cell }) => {
        const day = column ? midYear(column.name) : null;
        return day ? [figure({ area, period: day, cell, measure, unit })] : [];
      });
      const rates = columns.map(({ at, name, stem }): LakeRow => {
        const cell = published(record.cells[at] ?? '', name);
        const numerator = counts.get(countKey(period, area.name, COUNT_OF.get(stem) ?? stem)) ?? null;
        const per = stem.endsWith('-household') ? 'households' : 'people';
        const denominator = divisor(numerator, cell.value, 1000, numberOf[per].value);
        return figure({
          area,
          period,
          cell,
          numerator,
          denominator,
          measure: `${stem}-rate`,
          unit: `offences${scopeOf(stem)} per 1,000 ${per}`,
        });
      });
      const rows = [...base, ...rates];
      return tally.isNew([table.sheet, area.name], JSON.stringify(rows), record.line, null) ? rows : [];
    });
  }
}

function scopeOf(stem: string): string {
  return stem === 'recorded-crime' ? ' excluding fraud' : '';
}

function offenceColumns(
  table: PfaTable,
  tally: Tally,
  others: readonly (PfaColumn | undefined)[] = [],
): (PfaColumn & { stem: string })[] {
  const stemOf = labelLookup(readLabels('ons-pfa-offences'));
  return table.columns.flatMap((column) => {
    if (others.includes(column)) return [];
    try {
      return [{ ...column, stem: stemOf(column.name, column.name) }];
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      tally.warn(`${table.sheet}: ${error.message}; the column was left out`);
      return [];
    }
  });
}
