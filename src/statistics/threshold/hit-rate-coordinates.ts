import { logNormalProbability, normalHazard } from '../distributions/normal.ts';
import type { LogDensity } from './find-mode.ts';
import type { Layout } from './posterior.ts';

/**
 * The data fix the hit rate well, and mean risk and mean signal only together: more who carry something, or clearer signs,
 * make the same finds. In the place of mean risk stands therefore the log odds of a find at the groups' mean cut, which
 * turns a crooked ridge into a straight one. A shift by the other parameters leaves volumes, and so the density, as they are.
 */
export interface HitRateCoordinates {
  readonly density: LogDensity;
  readonly toModel: (at: Float64Array) => Float64Array;
}

export function hitRateCoordinates(model: LogDensity, layout: Layout): HitRateCoordinates {
  const { meanRisk, meanSignal, cuts, spread, groups, size } = layout;
  const shift = (at: Float64Array) => {
    let cut = 0;
    for (let place = cuts; place < spread; place++) cut += (at[place] as number) / groups;
    const signal = Math.exp(at[meanSignal] as number);
    const [logGuilty, logInnocent] = [logNormalProbability(signal - cut), logNormalProbability(-cut)];
    const [guilty, innocent] = [normalHazard(signal - cut, logGuilty), normalHazard(-cut, logInnocent)];
    return {
      by: logGuilty - logInnocent,
      bySignal: guilty * signal,
      byCut: (innocent - guilty) / groups,
    };
  };
  const toModel = (at: Float64Array) => {
    const moved = at.slice();
    moved[meanRisk] = (at[meanRisk] as number) - shift(at).by;
    return moved;
  };
  const density: LogDensity = (at, slope, information) => {
    const height = model(toModel(at), slope, information);
    const { bySignal, byCut } = shift(at);
    // Mean risk falls by these as log signal and each cut rise.
    const falls: (readonly [number, number])[] = [[meanSignal, bySignal]];
    for (let place = cuts; place < spread; place++) falls.push([place, byCut]);
    const risk = slope[meanRisk] as number;
    for (const [place, fall] of falls) slope[place] = (slope[place] as number) - fall * risk;
    if (information !== undefined) {
      for (const [place, fall] of falls)
        for (let j = 0; j < size; j++)
          information[place * size + j] =
            (information[place * size + j] as number) - fall * (information[meanRisk * size + j] as number);
      for (const [place, fall] of falls)
        for (let i = 0; i < size; i++)
          information[i * size + place] =
            (information[i * size + place] as number) - fall * (information[i * size + meanRisk] as number);
    }
    return height;
  };
  return { density, toModel };
}
