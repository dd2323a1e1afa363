import type { LogDensity } from './find-mode.ts';
import { CellLikelihood, chanceAt, type SearchCell } from './searched-cell.ts';

/**
 * Places of the parameters: the cut of each cell first, which hang together only through the others and so make the
 * information quick to factor; mean risk, mean log signal; risk and log signal of each group and of each area, as what they
 * add to the means; the cut of each group; the logarithm of the cuts' spread. The cut of a cell is itself where the data fix it, else
 * in spreads from its group's: a sampler goes astray if either is used for all.
 */
export interface Layout {
  readonly groups: number;
  readonly areas: number;
  readonly meanRisk: number;
  readonly meanSignal: number;
  /** Of the groups. */
  readonly cuts: number;
  readonly spread: number;
  readonly size: number;
}

/** A normal prior. */
interface Prior {
  readonly mean: number;
  readonly deviation: number;
}

interface Priors {
  readonly risk: Prior;
  readonly signal: Prior;
  readonly cut: Prior;
}

/** Means and deviations as Stanford's model has them: groups and areas differ little in risk and signal. */
const WITH_STOPS: Priors = {
  risk: { mean: 0, deviation: 1 },
  signal: { mean: 0, deviation: 1 },
  cut: { mean: 0, deviation: 1 },
};
/**
 * How many were stopped is not known, so what is usual must stand in: one in eight of the stopped carries something, the
 * signs are fairly clear, one in six of those who carry nothing shows enough to be searched.
 */
const SEARCHES_ALONE: Priors = {
  risk: { mean: -2, deviation: 0.5 },
  signal: { mean: 0.5, deviation: 0.25 },
  cut: { mean: 1, deviation: 0.5 },
};
const DIFFERENCE: Prior = { mean: 0, deviation: 0.1 };

export function layoutOf(cells: readonly SearchCell[], groups: number, areas: number): Layout {
  const meanRisk = cells.length;
  const cuts = meanRisk + 2 + 2 * groups + 2 * areas;
  const spread = cuts + groups;
  return { groups, areas, meanRisk, meanSignal: meanRisk + 1, cuts, spread, size: spread + 1 };
}

/** Where a search for the mode begins. */
export function startOf(layout: Layout): Float64Array {
  const at = new Float64Array(layout.size);
  at.fill(1, 0, layout.meanRisk);
  at.fill(1, layout.cuts, layout.spread);
  at[layout.spread] = Math.log(0.5);
  return at;
}

function priorsOf(layout: Layout, stopsKnown: boolean): readonly Prior[] {
  const means = stopsKnown ? WITH_STOPS : SEARCHES_ALONE;
  return Array.from({ length: layout.spread - layout.meanRisk }, (_, i) => {
    const place = layout.meanRisk + i;
    if (place === layout.meanRisk) return means.risk;
    if (place === layout.meanSignal) return means.signal;
    return place < layout.cuts ? DIFFERENCE : means.cut;
  });
}

/** Searches in a cell from which they tell its cut better than those of other cells do. */
const TELLING = 30;

function isFixedByData({ stops, searches }: SearchCell): boolean {
  return stops !== null && searches >= TELLING;
}

/** The chance of a find above which the people of a cell are searched. */
export function thresholdOf(layout: Layout, cell: SearchCell, i: number, at: Float64Array): number {
  const places = placesOf(layout, cell, i);
  return chanceAt(sumAt(at, places, 0), Math.exp(sumAt(at, places, 3)), cutOf(layout, cell, i, at));
}

function cutOf(layout: Layout, cell: SearchCell, i: number, at: Float64Array): number {
  const own = at[i] as number;
  return isFixedByData(cell)
    ? own
    : (at[layout.cuts + cell.group] as number) + Math.exp(at[layout.spread] as number) * own;
}

/** Where a cell's parameters stand: three of risk, three of log signal, then its cut, its group's and their spread. */
function placesOf(layout: Layout, { group, area }: SearchCell, i: number): Int32Array {
  const { groups, areas, meanRisk, meanSignal } = layout;
  const [ofGroup, ofArea] = [meanRisk + 2 + group, meanRisk + 2 + 2 * groups + area];
  const [signalOfGroup, signalOfArea] = [ofGroup + groups, ofArea + areas];
  return Int32Array.of(
    meanRisk,
    ofGroup,
    ofArea,
    meanSignal,
    signalOfGroup,
    signalOfArea,
    i,
    layout.cuts + group,
    layout.spread,
  );
}

function sumAt(at: Float64Array, places: Int32Array, from: number): number {
  let sum = 0;
  for (let p = from; p < from + 3; p++) sum += at[places[p] as number] as number;
  return sum;
}

/** Which of risk, log signal and cut each of a cell's parameters moves. */
const KIND = [0, 0, 0, 1, 1, 1, 2, 2, 2] as const;

/** Logarithm of the posterior of the threshold test's parameters, up to a constant. */
export function posteriorOf(cells: readonly SearchCell[], layout: Layout): LogDensity {
  const { meanRisk, cuts, spread, size } = layout;
  const stopsKnown = cells.every(({ stops }) => stops !== null);
  const priors = priorsOf(layout, stopsKnown);
  const means = Float64Array.from(priors, ({ mean }) => mean);
  const deviations = Float64Array.from(priors, ({ deviation }) => deviation);
  const places = cells.map((cell, i) => placesOf(layout, cell, i));
  const likelihood = new CellLikelihood();
  const reach = new Float64Array(9).fill(1);
  return (at, slope, information) => {
    slope.fill(0);
    information?.fill(0);
    let sum = 0;
    for (let place = meanRisk; place < spread; place++) {
      const deviation = deviations[place - meanRisk] as number;
      const z = ((at[place] as number) - (means[place - meanRisk] as number)) / deviation;
      sum -= (z * z) / 2;
      slope[place] = -z / deviation;
      if (information !== undefined) information[place * size + place] = 1 / (deviation * deviation);
    }
    const logWidth = at[spread] as number;
    const width = Math.exp(logWidth);
    const precision = 1 / (width * width);
    // Half-normal prior of the spread itself; its logarithm is the parameter.
    sum += logWidth - (width * width) / 2;
    add(slope, spread, 1 - width * width);
    if (information !== undefined) add(information, spread * size + spread, 2 * width * width);
    for (const [i, cell] of cells.entries()) {
      const place = places[i] as Int32Array;
      const [own, middle] = [i, cuts + cell.group];
      const fixed = isFixedByData(cell);
      const cut = cutOf(layout, cell, i, at);
      const [risk, signal] = [sumAt(at, place, 0), Math.exp(sumAt(at, place, 3))];
      sum += likelihood.look(cell, risk, signal, cut, information !== undefined);
      const gap = (cut - (at[middle] as number)) / width;
      sum -= (gap * gap) / 2;
      reach[6] = fixed ? 1 : width;
      reach[8] = width * gap;
      const moving = fixed ? 7 : 9;
      for (let p = 0; p < moving; p++)
        add(
          slope,
          place[p] as number,
          (reach[p] as number) * (likelihood.slope[KIND[p] as number] as number),
        );
      if (fixed) {
        sum -= logWidth;
        add(slope, own, -gap / width);
        add(slope, middle, gap / width);
        add(slope, spread, gap * gap - 1);
      } else add(slope, own, -gap);
      if (information === undefined) continue;
      for (let p = 0; p < moving; p++) {
        for (let q = 0; q < moving; q++) {
          const block = likelihood.information[3 * (KIND[p] as number) + (KIND[q] as number)] as number;
          const entry = (place[p] as number) * size + (place[q] as number);
          add(information, entry, (reach[p] as number) * (reach[q] as number) * block);
        }
      }
      if (fixed) {
        add(information, own * size + own, precision);
        add(information, middle * size + middle, precision);
        add(information, own * size + middle, -precision);
        add(information, middle * size + own, -precision);
        add(information, spread * size + spread, 2);
      } else add(information, own * size + own, 1);
    }
    return sum;
  };
}

function add(into: Float64Array, place: number, value: number): void {
  into[place] = (into[place] as number) + value;
}
