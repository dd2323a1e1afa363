import { writeFileSync } from 'node:fs';
import { buildApp } from '../../src/app.ts';
import type { ReadingSide } from '../../src/evidence/index.ts';
import { addMonths, firstOfMonth, type IsoDate } from '../../src/foundation/iso-date.ts';
import { TestWorkspace } from '../import/workspace.ts';

export interface MadeUpFigure {
  readonly area: string;
  readonly type?: string;
  readonly measure: string;
  readonly from: string;
  readonly to?: string;
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly base?: number;
  readonly unit?: string;
}

/** A lake of made-up figures, typed into a file with a citation as any user may. */
export class MadeUpLake {
  readonly #workspace = new TestWorkspace();
  #files = 0;

  async add(
    published: string,
    figures: readonly MadeUpFigure[],
    title = 'Made-up figures for a test',
  ): Promise<this> {
    const file = this.#workspace.path(`figures-${(this.#files += 1)}.csv`);
    const head = [
      'publisher: Nobody',
      `title: ${title}`,
      'licence: none',
      'address: https://example.org',
      `published: ${published}`,
    ].map((line) => `# ${line}`);
    const rows = figures.map((each) =>
      [
        each.area,
        each.type ?? 'force',
        each.measure,
        '',
        '',
        each.from,
        each.to ?? '',
        each.value,
        each.numerator ?? '',
        each.denominator ?? '',
        each.base ?? '',
        each.unit ?? 'offences',
        '',
      ].join(','),
    );
    writeFileSync(
      file,
      [
        ...head,
        'area,area_type,measure,group_type,group_value,from,to,value,numerator,denominator,base,unit,flag',
        ...rows,
        '',
      ].join('\n'),
    );
    const report = await this.#workspace.import([file]);
    const [only] = report.files;
    if (only?.status !== 'imported' || only.rows_rejected > 0)
      throw new Error(JSON.stringify(report, null, 1));
    return this;
  }

  open(): ReadingSide {
    return buildApp(this.#workspace.dir);
  }

  cleanUp(): void {
    this.#workspace.cleanUp();
  }
}

/** A rate for a year to March, from its events and population. */
export function yearlyRate(
  area: string,
  events: number,
  population: number,
  measure = 'robbery-rate',
  type = 'force',
): MadeUpFigure {
  return {
    area,
    type,
    measure,
    from: '2021-04',
    to: '2022-03',
    value: (events / population) * 1000,
    numerator: events,
    denominator: population,
    unit: 'per 1000',
  };
}

/** Monthly counts of a measure in the Metropolitan Police area. */
export function monthly(measure: string, first: string, counts: readonly number[]): MadeUpFigure[] {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return counts.map((value, index) => ({
    area: 'Metropolitan Police',
    measure,
    from: monthText(addMonths(firstOfMonth(year, month), index)),
    value,
  }));
}

function monthText(date: IsoDate): string {
  return date.slice(0, 7);
}
