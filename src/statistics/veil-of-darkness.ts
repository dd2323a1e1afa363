import { requireLevel } from './check-input.ts';
import { normalTwoSided, twoSidedMultiplier } from './distributions/normal.ts';
import { logisticRegression, type SparseRows } from './linear/logistic-regression.ts';
import { naturalSpline } from './linear/natural-spline.ts';
import { StatisticsError } from './statistics-error.ts';

/** Stops of two groups at times of day that are dark in one part of the year and light in the other. */
export interface VeiledStops {
  /** 1 where the person stopped belongs to the group asked about, 0 to the reference. */
  readonly group: Uint8Array;
  /** 1 after dark, 0 in daylight. */
  readonly dark: Uint8Array;
  /** Minutes after midnight by the clock. */
  readonly minute: Float64Array;
  /** Codes from 0. */
  readonly area?: Int32Array;
}

export interface VeilOptions {
  /** Degrees of freedom of the spline of the time of day; 6 unless said otherwise. */
  readonly freedom?: number;
  /** Whether each area has a time-of-day curve of its own (`own`, the default) or only a level. */
  readonly areaTime?: 'own' | 'shared';
  readonly level?: number;
}

export interface VeilOfDarkness {
  /** Odds that a person stopped is of the group, in the dark over in daylight. Below 1: stopped less when hard to see. */
  readonly oddsRatio: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
  readonly logOddsRatio: number;
  readonly standardError: number;
  readonly n: number;
}

/**
 * The veil-of-darkness test: at the same time of day, are fewer of those stopped of a group when it is dark and who is
 * driving or walking is hard to see? Logistic regression of the group on darkness and a natural spline of the time of day.
 *
 * Source: Grogger & Ridgeway (2006), JASA 101, 878–887; Pierson and others (2020), Nature Human Behaviour 4, 736–745.
 * Checked against R: `glm(group ~ dark + splines::ns(minute, 6) * area, binomial)`.
 *
 * @throws StatisticsError when all stops are of one group, all in the dark or all in daylight, or no finite fit exists
 */
export function veilOfDarkness(stops: VeiledStops, options: VeilOptions = {}): VeilOfDarkness {
  const { freedom = 6, areaTime = 'own', level = 0.95 } = options;
  requireLevel(level);
  const n = stops.group.length;
  if (stops.dark.length !== n || stops.minute.length !== n || (stops.area?.length ?? n) !== n)
    throw new StatisticsError('lengths-differ', 'The columns are not of one length.', 'Give one row a stop.');
  requireBoth(stops.group, 'All stops are of one group.', 'Give stops of both groups.');
  requireBoth(
    stops.dark,
    'Stops between the earliest and the latest nightfall are all in the dark, or all in daylight.',
    'Give stops from different seasons.',
  );
  const rows = design(stops, naturalSpline(stops.minute, freedom), areaTime === 'own');
  const fit = logisticRegression(rows, stops.group);
  const [estimate, error] = [fit.coefficients.at(-1) ?? 0, fit.standardErrors.at(-1) ?? 0];
  if (!(error > 0)) {
    throw new StatisticsError(
      'collinear',
      'Darkness and the time of day cannot be told apart.',
      'Give stops whose time of day is dark in one season and light in another.',
    );
  }
  const reach = twoSidedMultiplier(level) * error;
  return {
    oddsRatio: Math.exp(estimate),
    lower: Math.exp(estimate - reach),
    upper: Math.exp(estimate + reach),
    p: normalTwoSided(estimate / error),
    logOddsRatio: estimate,
    standardError: error,
    n,
  };
}

function requireBoth(flags: Uint8Array, message: string, advice: string): void {
  if (!flags.includes(0) || !flags.includes(1)) throw new StatisticsError('one-group', message, advice);
}

/** Columns: a level for each area, for each area (or once for all) the spline, and darkness: last, so that it gives way. */
function design(
  { dark, area, group }: VeiledStops,
  spline: readonly Float64Array[],
  own: boolean,
): SparseRows {
  const n = group.length;
  const areas = area === undefined ? 1 : area.reduce((most, code) => Math.max(most, code), 0) + 1;
  const width = 2 + spline.length;
  const columns = 1 + areas + (own ? areas : 1) * spline.length;
  const places = new Int32Array(n * width);
  const values = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    const code = area?.[i] ?? 0;
    const at = i * width;
    places[at] = code;
    values[at] = 1;
    for (const [k, column] of spline.entries()) {
      places[at + 1 + k] = areas + (own ? code : 0) * spline.length + k;
      values[at + 1 + k] = column[i] as number;
    }
    places[at + width - 1] = columns - 1;
    values[at + width - 1] = dark[i] as number;
  }
  return {
    columns,
    starts: Int32Array.from({ length: n + 1 }, (_, i) => i * width),
    places,
    values,
  };
}
