import type { SourceContext } from '../source.ts';
import type { LakeRow, Tally } from '../table/tally.ts';
import { divisor, figure, published } from './figure.ts';
import { spanOf } from './period.ts';
import { pfaAreas } from './pfa-area.ts';
import type { PfaColumn, PfaTable } from './pfa-table.ts';

/** A table with a column a year. */
export interface YearTable {
  readonly title: RegExp;
  /** Which columns are read (all others are named in a warning), and what they hold. */
  readonly columns: readonly {
    readonly heading: RegExp;
    readonly measure: string;
    readonly unit: string;
    readonly rateOf?: string;
    readonly per?: number;
  }[];
}

/** Headings that hold a span of months and nothing else. */
const SPAN_ONLY = /^[A-Za-z]+ \d{4} to [A-Za-z]+ \d{4}$/;

/** Tables P7, P8, P10 and P12. Counts come before the rates that are made of them. */
export const YEAR_TABLES: readonly YearTable[] = [
  {
    title: /number of knife and sharp instrument offences.*year ending \w+ \d{4} to year ending/i,
    columns: [{ heading: SPAN_ONLY, measure: 'knife-crime-pfa', unit: 'offences' }],
  },
  {
    title: /knife or sharp instrument rate per 100,000/i,
    columns: [
      {
        heading: SPAN_ONLY,
        measure: 'knife-crime-pfa-rate',
        unit: 'offences per 100,000 people',
        rateOf: 'knife-crime-pfa',
        per: 100_000,
      },
    ],
  },
  {
    title: /number of firearm offences/i,
    columns: [
      { heading: SPAN_ONLY, measure: 'firearm-offences-pfa', unit: 'offences excluding air weapons' },
    ],
  },
  {
    title: /anti-social behaviour incidents.*year ending \w+ \d{4} to year ending/i,
    columns: [
      { heading: /number of incidents/i, measure: 'asb-incidents', unit: 'incidents' },
      {
        heading: /number per 1,000 population/i,
        measure: 'asb-incidents-rate',
        unit: 'incidents per 1,000 people',
        rateOf: 'asb-incidents',
        per: 1000,
      },
    ],
  },
];

/** Reads a table by year. `counts` holds the counts met so far, for the rates that are made of them. */
export function readYearTable(
  kind: YearTable,
  table: PfaTable,
  context: SourceContext,
  tally: Tally,
  counts: Map<string, number>,
): void {
  const areaOf = pfaAreas(table, context);
  const columns = table.columns.flatMap((column: PfaColumn) => {
    const period = spanOf(column.name);
    const holds = kind.columns.find(({ heading }) => heading.test(column.name));
    return period && holds ? [{ ...column, period, holds }] : [];
  });
  const left = table.columns
    .filter((column) => !columns.some(({ at }) => at === column.at))
    .map(({ name }) => name);
  if (left.length > 0)
    tally.warn(
      `${table.sheet}: columns of percentages were left out (${left.length}; the first is "${left[0]}")`,
    );
  for (const record of table.records) {
    tally.record(record, () => {
      const area = areaOf(record);
      const rows = columns.map(({ at, name, period, holds }): LakeRow => {
        const cell = published(record.cells[at] ?? '', name);
        const key = (measure: string): string => `${measure} ${period.from} ${area.name}`;
        if (cell.value !== null) counts.set(key(holds.measure), cell.value);
        const numerator = holds.rateOf === undefined ? null : (counts.get(key(holds.rateOf)) ?? null);
        const denominator = holds.per === undefined ? null : divisor(numerator, cell.value, holds.per, null);
        return figure({
          area,
          period,
          cell,
          numerator,
          denominator,
          measure: holds.measure,
          unit: holds.unit,
        });
      });
      return tally.isNew([table.sheet, area.name], JSON.stringify(rows), record.line, null) ? rows : [];
    });
  }
}
