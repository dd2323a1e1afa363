import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { logNormalProbability, normalHazard } from '../distributions/normal.ts';

/** Searches of one group in one area. Without `stops` only the hit rate speaks. */
export interface SearchCell {
  readonly group: number;
  readonly area: number;
  readonly stops: number | null;
  readonly searches: number;
  readonly hits: number;
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * The counts of one cell, seen from what makes them. A stopped person shows a sign, normal around 0, or around `signal` for
 * those who carry something; who shows more than the cut is searched. So the stopped fall into three: searched with a
 * find, searched without, let go. Made once and used over and over: nothing is allocated by a look.
 */
export class CellLikelihood {
  /** By risk (log odds that a stopped person carries something), log signal and cut. */
  readonly slope = new Float64Array(3);
  /** Expected, 3 × 3 by rows; of the last look that asked for it. */
  readonly information = new Float64Array(9);
  private readonly found = new Float64Array(3);
  private readonly empty = new Float64Array(3);
  private readonly other = new Float64Array(3);

  /** Log likelihood of a cell's counts; leaves its slope and, where asked, its information behind. */
  look({ stops, searches, hits }: SearchCell, risk: number, signal: number, cut: number, full: boolean) {
    const misses = searches - hits;
    const share = 1 / (1 + Math.exp(-risk));
    const [guilty, innocent] = [signal - cut, -cut];
    const [inGuilty, inInnocent] = [normalCdf(guilty, 0, 1), normalCdf(innocent, 0, 1)];
    // Logarithms by themselves only far out in a tail, where the probabilities underflow.
    const logGuilty = inGuilty > 1e-200 ? Math.log(inGuilty) : logNormalProbability(guilty);
    const logInnocent = inInnocent > 1e-200 ? Math.log(inInnocent) : logNormalProbability(innocent);
    const logFound = -Math.log1p(Math.exp(-risk)) + logGuilty;
    const logEmpty = -Math.log1p(Math.exp(risk)) + logInnocent;
    const guiltyHazard = hazard(guilty, inGuilty, logGuilty);
    const { found, empty, other, slope } = this;
    found[0] = 1 - share;
    found[1] = guiltyHazard * signal;
    found[2] = -guiltyHazard;
    empty[0] = -share;
    empty[1] = 0;
    empty[2] = -hazard(innocent, inInnocent, logInnocent);
    if (stops === null) {
      const lead = logFound - logEmpty;
      const ofSearches = 1 / (1 + Math.exp(-lead));
      const weight = hits - searches * ofSearches;
      for (let k = 0; k < 3; k++) {
        other[k] = (found[k] as number) - (empty[k] as number);
        slope[k] = weight * (other[k] as number);
      }
      if (full) {
        this.information.fill(0);
        this.spread(searches * ofSearches * (1 - ofSearches), other);
      }
      return -hits * softPlus(-lead) - misses * softPlus(lead);
    }
    const [shareFound, shareEmpty] = [share * inGuilty, (1 - share) * inInnocent];
    const left = 1 - shareFound - shareEmpty;
    const passed =
      left > 1e-3
        ? left
        : Math.max(1e-300, share * normalCdf(-guilty, 0, 1) + (1 - share) * normalCdf(-innocent, 0, 1));
    const letGo = stops - searches;
    for (let k = 0; k < 3; k++) {
      const [f, e] = [found[k] as number, empty[k] as number];
      const p = -(shareFound * f + shareEmpty * e) / passed;
      other[k] = p;
      slope[k] = hits * f + misses * e + letGo * p;
    }
    if (full) {
      this.information.fill(0);
      this.spread(stops * shareFound, found);
      this.spread(stops * shareEmpty, empty);
      this.spread(stops * passed, other);
    }
    return hits * logFound + misses * logEmpty + letGo * Math.log(passed);
  }

  private spread(weight: number, by: Float64Array): void {
    for (let k = 0; k < 3; k++)
      for (let m = 0; m < 3; m++)
        this.information[3 * k + m] =
          (this.information[3 * k + m] as number) + weight * (by[k] as number) * (by[m] as number);
  }
}

/** Chance of a find for who shows a sign just at the cut: the threshold above which there is a search. */
export function chanceAt(risk: number, signal: number, cut: number): number {
  return 1 / (1 + Math.exp(-(risk + signal * cut - (signal * signal) / 2)));
}

/** Density of the standard normal at `z` over the probability of being below it. */
function hazard(z: number, probability: number, log: number): number {
  return probability > 1e-200 ? Math.exp((-z * z) / 2) / (ROOT_TWO_PI * probability) : normalHazard(z, log);
}

/** log(1 + eˣ). */
function softPlus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
