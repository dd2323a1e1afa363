import { UsageError } from '../../foundation/errors.ts';
import { aboutSurvey } from '../../statistics/about/survey.ts';
import {
  shareLimits,
  suppressionReasons,
  surveyChange,
  surveyEstimate,
  varianceRoom,
  waldLimits,
  type SurveyIntervalKind,
  type SurveyQuestion,
} from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import type { Options } from '../options.ts';
import { KNOWN_TOTALS, withKnownTotals } from '../known-totals.ts';
import { designOf, DESIGN_COLUMNS } from '../survey-design.ts';
import type { Table } from '../table.ts';

interface Question extends SurveyQuestion {
  readonly isShare: boolean;
}

/** One estimate, or one for each value of --by, always with the whole design. */
export const survey: Method = {
  about: aboutSurvey,
  columns: DESIGN_COLUMNS,
  ownBy: true,
  files: KNOWN_TOTALS,
  run(table, options, files) {
    const question = questionOf(table, options);
    const level = options.level('level', 0.95);
    const kind = options.choice(
      'interval',
      ['logit', 'likelihood', 'beta', 'wald', 'asin', 'xlogit'],
      question.isShare ? 'logit' : 'wald',
    );
    const design = withKnownTotals(designOf(table), table, files);
    const room = varianceRoom(design);
    const domains = windows(domainsOf(table, options), options.whole('rolling', 1, 1, 1000));
    const changes = options.flag('change');
    return domains.map(({ by, rows }, k) => {
      const found = surveyEstimate(design, question, rows, room);
      const before = changes ? domains[k - 1] : undefined;
      return Object.assign(
        by === undefined ? {} : { by },
        answer(found, question.isShare, kind, level),
        before === undefined ? {} : changeSince(before, rows),
      );
    });

    function changeSince(before: Domain, rows: Int32Array): Answer {
      const { change, standardError, freedom } = surveyChange(design, question, before.rows, rows, room);
      const [lower, upper] = waldLimits({ estimate: change, standardError, freedom, n: rows.length }, level);
      return {
        change,
        change_from: before.by ?? null,
        change_standard_error: standardError,
        change_lower: lower,
        change_upper: upper,
      };
    }
  },
};

interface Domain {
  readonly by?: string;
  readonly rows: Int32Array;
}

/** Each domain with those before it, `width` in all: rolling years of quarters. Those without enough before them fall away. */
function windows(domains: readonly Domain[], width: number): readonly Domain[] {
  if (width === 1) return domains;
  const sorted = domains.toSorted((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : 1));
  if (sorted.length < width) {
    throw new UsageError(
      `There are ${sorted.length} waves, fewer than the ${width} of --rolling.`,
      'Name the column of waves with --by, and a smaller window.',
    );
  }
  return sorted.slice(width - 1).map(({ by }, k) => ({
    ...(by === undefined ? {} : { by }),
    rows: Int32Array.from(sorted.slice(k, k + width).flatMap(({ rows }) => [...rows])).sort(),
  }));
}

function answer(
  found: ReturnType<typeof surveyEstimate>,
  isShare: boolean,
  kind: SurveyIntervalKind,
  level: number,
): Answer {
  const [lower, upper] = isShare ? shareLimits(found, kind, level) : waldLimits(found, level);
  const {
    estimate,
    standardError,
    designEffect,
    designEffectReference,
    n,
    effectiveN,
    freedom,
    lonelyStrata,
  } = found;
  const reasons = isShare
    ? suppressionReasons({ estimate, lower, upper, n, effectiveN })
    : n < 30
      ? ['effective-sample-below-30']
      : [];
  return {
    estimate,
    standard_error: standardError,
    lower,
    upper,
    design_effect: designEffect,
    n,
    effective_n: effectiveN,
    suppressed: reasons.length > 0,
    suppression_reasons: reasons,
    design_effect_reference: designEffectReference,
    degrees_of_freedom: freedom,
    lonely_strata: lonelyStrata,
  };
}

function questionOf(table: Table, options: Options): Question {
  const [mean, share, total, ratio] = [
    options.text('mean'),
    options.text('share'),
    options.text('total'),
    options.text('ratio'),
  ];
  const asked = [mean, share, total, ratio].filter((one) => one !== undefined);
  if (asked.length !== 1) {
    throw new UsageError(
      'Say what to estimate, once.',
      'Give one of --mean X, --share X=V, --total X or --ratio X/Y.',
    );
  }
  if (mean !== undefined) return { target: 'mean', values: numeric(table, mean), isShare: false };
  if (total !== undefined) return { target: 'total', values: numeric(table, total), isShare: false };
  if (ratio !== undefined) {
    const [top, bottom] = splitOnce(ratio, '/', '--ratio enrolled/pupils');
    return {
      target: 'ratio',
      values: numeric(table, top),
      denominators: numeric(table, bottom),
      isShare: false,
    };
  }
  const [column, value] = splitOnce(share ?? '', '=', '--share trust=agree');
  const cells = table.namedText(column);
  if (!cells.includes(value)) {
    throw new UsageError(
      `No row of ${column} says '${value}'.`,
      `Its values: ${[...new Set(cells)].slice(0, 12).join(', ')}.`,
    );
  }
  return {
    target: 'mean',
    values: Float64Array.from(cells, (cell) => (cell === '' ? NaN : cell === value ? 1 : 0)),
    isShare: true,
  };
}

function numeric(table: Table, column: string): Float64Array {
  return Float64Array.from(table.namedNumbers(column), (value) => value ?? NaN);
}

function splitOnce(text: string, mark: string, example: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 1) throw new UsageError(`'${text}' has no '${mark}'.`, `Write ${example}.`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function domainsOf(table: Table, options: Options): Domain[] {
  const column = options.text('by');
  if (column === undefined) return [{ rows: Int32Array.from({ length: table.rows }, (_, row) => row) }];
  const domains = new Map<string, number[]>();
  for (const [row, cell] of table.namedText(column).entries()) {
    const rows = domains.get(cell);
    if (rows === undefined) domains.set(cell, [row]);
    else rows.push(row);
  }
  return [...domains].map(([by, rows]) => ({ by, rows: Int32Array.from(rows) }));
}
