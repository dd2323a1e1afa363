import type { Method } from './method.ts';
import { chiSquare } from './methods/chi-square.ts';
import { survey } from './methods/survey.ts';
import { breaks } from './methods/breaks.ts';
import { granger } from './methods/granger.ts';
import { regress } from './methods/regress.ts';
import { segmentedMethod } from './methods/segmented.ts';
import { did } from './methods/did.ts';
import { synthetic } from './methods/synthetic.ts';
import { regressionToMeanMethod } from './methods/regression-to-mean.ts';
import { link } from './methods/link.ts';
import { veilOfDarknessMethod } from './methods/veil-of-darkness.ts';
import { wdd } from './methods/wdd.ts';
import { outcomeTest } from './methods/outcome-test.ts';
import { forecastMethod } from './methods/forecast.ts';
import { hotSpots } from './methods/hot-spots.ts';
import { bounds } from './methods/bounds.ts';
import { funnelMethod } from './methods/funnel.ts';
import { interval } from './methods/interval.ts';
import { rateRatios } from './methods/rate-ratio.ts';
import { shareBoundsMethod } from './methods/share-bounds.ts';
import { spc } from './methods/spc.ts';
import { threshold } from './methods/threshold.ts';
import { turningMethod } from './methods/turning.ts';

/** Every method, in the order of the documentation. */
export const METHODS: readonly Method[] = [
  spc,
  turningMethod,
  interval,
  rateRatios,
  bounds,
  shareBoundsMethod,
  funnelMethod,
  survey,
  chiSquare,
  breaks,
  regress,
  granger,
  segmentedMethod,
  did,
  synthetic,
  wdd,
  regressionToMeanMethod,
  forecastMethod,
  hotSpots,
  outcomeTest,
  threshold,
  veilOfDarknessMethod,
  link,
];
