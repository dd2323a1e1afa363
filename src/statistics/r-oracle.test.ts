import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebR } from 'webr';
import {
  exactBinomialInterval,
  exactPoissonInterval,
  jeffreysInterval,
  seededRandom,
  wilsonInterval,
  xmr,
} from './index.ts';

/** R itself, in WebAssembly: a live oracle for what base R knows. */
const webR = new WebR({ interactive: false });
const inR = async (code: string): Promise<number[]> => [...(await webR.evalRRaw(code, 'number[]'))];

beforeAll(() => webR.init());
afterAll(() => webR.close());

/** The rules as an independent reader wrote them down in base R; codes 0 to 4 as in plot-the-dots.ts. */
const RULES = `
limits <- function(y){ mr <- abs(diff(y)); a <- mean(mr); a <- mean(mr[mr < 3.267*a]); m <- mean(y); c(m, m-2.66*a, m+2.66*a, m-2.66*a*2/3, m+2.66*a*2/3) }
flags <- function(y){ L <- limits(y); n <- length(y); out <- y>L[3]|y<L[2]; s <- sign(y-L[1]); near <- !out & (y>L[5]|y<L[4])
 run <- rep(FALSE,n); tr <- run; two <- run; d <- sign(diff(y))
 for(i in seq_len(max(0,n-6))){ k<-i:(i+6); if(abs(sum(s[k]))==7) run[k]<-TRUE; if(abs(sum(d[i:(i+5)]))==6) tr[k]<-TRUE }
 for(i in seq_len(max(0,n-2))){ k<-i:(i+2); if(sum(near[k])>=2 && abs(sum(s[k]))==3) two[k]<-two[k]|near[k] }
 ifelse(out,1,ifelse(tr,2,ifelse(two,3,ifelse(run,4,0)))) }`;
const CODES = [null, 'outside', 'trend', 'two-of-three', 'shift'];

describe('against R, live', () => {
  it('flags the same points and draws the same limits on 150 wandering series', async () => {
    await inR(`${RULES}; 0`);
    const random = seededRandom(3);
    for (let run = 0; run < 150; run++) {
      let level = 0;
      const series = Array.from({ length: 10 + random.below(50) }, () => {
        level = 0.6 * level + random.normal();
        return Math.round((level + random.normal()) * 1000) / 1000;
      });
      const chart = xmr(series);
      const expected = await inR(`y <- c(${series.join(',')}); c(limits(y), flags(y))`);
      const { centre, lower, upper, nearLower, nearUpper } = chart;
      for (const [index, limit] of [centre, lower, upper, nearLower, nearUpper].entries()) {
        expect(limit).toBeCloseTo(expected[index] ?? Number.NaN, 9);
      }
      expect(chart.points.map((point) => point.signal)).toEqual(expected.slice(5).map((code) => CODES[code]));
    }
  });

  it('gives the intervals of prop.test, binom.test, qbeta and poisson.test', async () => {
    const random = seededRandom(8);
    for (let run = 0; run < 60; run++) {
      const trials = 1 + random.below(10 ** (1 + random.below(5)));
      const events = random.below(trials + 1);
      const level = [0.8, 0.95, 0.998][random.below(3)] ?? 0.95;
      const expected = await inR(`x <- ${events}; n <- ${trials}; l <- ${level}; suppressWarnings(c(
        prop.test(x, n, correct = FALSE, conf.level = l)$conf.int, binom.test(x, n, conf.level = l)$conf.int,
        if (x == 0) 0 else qbeta((1 - l) / 2, x + .5, n - x + .5), if (x == n) 1 else qbeta((1 + l) / 2, x + .5, n - x + .5),
        poisson.test(x, n, conf.level = l)$conf.int))`);
      const ours = [wilsonInterval, exactBinomialInterval, jeffreysInterval, exactPoissonInterval].flatMap(
        (method) => {
          const { lower, upper } = method(events, trials, level);
          return [lower, upper];
        },
      );
      for (const [index, value] of ours.entries()) {
        const r = expected[index] ?? Number.NaN;
        expect(Math.abs(value - r), `${events} of ${trials} at ${level}, number ${index}`).toBeLessThan(
          1e-6 * Math.abs(r) + 1e-12,
        );
      }
    }
  });
});
