import { Option } from 'commander';
import { COMPARATOR_KINDS, type ComparatorKind } from '../areas/index.ts';
import { UsageError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { splitNames } from '../foundation/split-names.ts';
import { comparedSeries } from '../evidence/index.ts';
import { EVERY, type Every, type Observation } from '../measures/index.ts';
import { buildApp } from '../app.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { parseDate, parseEnd } from './option-dates.ts';
import { addVintageOptions, vintageFrom, type VintageOptions } from './option-vintage.ts';
import { toJson, toTable } from './output.ts';

interface SeriesOptions extends CommonOptions, VintageOptions {
  readonly area: string[];
  readonly by?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly every?: Every;
  readonly compare?: string[];
}

export const seriesCommand: CommandModule = (program, { terminal }) => {
  const command = addCommand(program, 'series', 'the values of a measure, by area and time')
    .argument('<measure>', 'id of a measure (see catalogue/measures)')
    .option('--area <names>', 'areas, separated by commas; "all" for every borough', splitNames, [
      'Metropolitan Police',
    ])
    .option('--by <column>', 'split by a column of the measure')
    .option('--from <month>', 'first month or day (2022-04)', parseDate)
    .option('--to <month>', 'last month or day (2023-06)', parseEnd)
    .addOption(new Option('--every <unit>', 'how time is cut').choices(EVERY))
    .option('--compare <kinds>', 'add comparators: national, most-similar, baseline', splitNames);
  addVintageOptions(command).action(async (measure: string, options: SeriesOptions) => {
    const context = buildApp(options.workspace);
    try {
      const series = await comparedSeries(
        context,
        {
          measure,
          areas: context.areas.namesFor(options.area),
          by: options.by,
          from: options.from,
          to: options.to,
          every: options.every,
          vintage: vintageFrom(options),
        },
        kindsNamed(options.compare),
      );
      if (options.json) {
        terminal.out(toJson(series));
        return;
      }
      const groups = series.observations.some((each) => each.group !== undefined);
      const columns = [
        'area',
        ...(groups ? ['group'] : []),
        'period',
        'value',
        'lower',
        'upper',
        'numerator',
        'denominator',
        'flags',
      ];
      terminal.out(
        toTable(
          columns,
          series.observations.map((each) => cells(each, groups)),
        ),
      );
      for (const note of series.notes) terminal.err(`${note}\n`);
    } finally {
      context.lake.close();
    }
  });
};

function cells(each: Observation, groups: boolean): (string | number | null)[] {
  const short = (value: number | null): number | null =>
    value === null ? null : Number(value.toPrecision(6));
  return [
    each.area,
    ...(groups ? [each.group ?? null] : []),
    each.period,
    short(each.value),
    short(each.lower),
    short(each.upper),
    each.numerator,
    each.denominator,
    each.flags.join(' '),
  ];
}

function kindsNamed(names: readonly string[] = []): ComparatorKind[] {
  return names.map((name) => {
    const kind = COMPARATOR_KINDS.find((each) => each === name);
    if (kind === undefined)
      throw new UsageError(`--compare ${name} is not known.`, `Choose from ${COMPARATOR_KINDS.join(', ')}.`);
    return kind;
  });
}
