import { runOf, type EvidenceContext, type MeasureSummary } from '../../../evidence/index.ts';
import { seriesOf, type Measure, type Observation } from '../../../measures/index.ts';
import { LakeMemo } from '../lake-memo.ts';

/** A figure of an area set against that of the whole it is part of, over the latest period that both have. */
export interface AgainstWhole {
  readonly measure: Measure;
  readonly area: Observation;
  readonly whole: Observation;
  /** `ratio`: times the whole's rate. `points`: difference of two shares, 0.04 being four points. */
  readonly as: 'ratio' | 'points';
  readonly amount: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** `unknown` where no interval is known. */
  readonly verdict: 'above' | 'below' | 'not told' | 'unknown';
}

/**
 * Sets areas against the whole that they are part of: rates as a ratio, shares as a difference. A count is compared by its rate per
 * head, or not at all. The interval joins both intervals as if they were independent (MOVER: Zou and Donner 2008; for the ratio on the
 * log scale), which is a little too wide, since the area is part of the whole. What all areas share is asked for once.
 */
export class AgainstWholes {
  readonly #context: EvidenceContext;
  readonly #whole: string;
  readonly #series: LakeMemo<readonly Observation[]>;

  constructor(context: EvidenceContext, whole: string) {
    this.#context = context;
    this.#whole = whole;
    this.#series = new LakeMemo(context.lake);
  }

  /** Null where the two cannot be set against each other. */
  async of({ measure, area, held }: MeasureSummary): Promise<AgainstWhole | null> {
    if (held === null || area === this.#whole || lacksPlaces(measure, held.feed)) return null;
    const { rate } = measure;
    const by =
      measure.kind !== 'count' ? measure : rate === null ? null : this.#context.measures.require(rate);
    if (by === null || by.kind === 'mean') return null;
    const monthly = held.cadence === 'month';
    const observations = await this.#observations(by.id, monthly);
    const own = known(observations, area, monthly);
    const whole = new Map(
      known(observations, this.#whole, monthly).map((each) => [`${each.from} ${each.to}`, each]),
    );
    for (const each of own.toReversed()) {
      const beside = whole.get(`${each.from} ${each.to}`);
      if (beside) return compared(by, each, beside);
    }
    return null;
  }

  /** All boroughs and the whole. */
  async #observations(measure: string, monthly: boolean): Promise<readonly Observation[]> {
    return this.#series.get(`${measure} ${monthly}`, async () => {
      const boroughs = this.#context.areas.membersOf(this.#whole, 'borough').map(({ name }) => name);
      const { observations } = await seriesOf(this.#context, {
        measure,
        areas: [...boroughs, this.#whole],
        ...(monthly ? { every: 'rolling-12' as const } : {}),
      });
      return observations;
    });
  }
}

/** Counts of placed rows: those without coordinates stand in the whole's figure and in no area's, so no ratio would be fair. */
function lacksPlaces({ kind }: Measure, feed: string): boolean {
  return (kind === 'count' || kind === 'rate') && feed.startsWith('rows (police-uk-');
}

function known(observations: readonly Observation[], area: string, monthly: boolean): readonly Observation[] {
  const own = observations.filter((each) => each.area === area && each.group === undefined);
  return (monthly ? own : (runOf(own)?.observations ?? [])).filter(({ value }) => value !== null);
}

/** The arithmetic; null where a ratio would divide by nothing. */
export function compared(measure: Measure, area: Observation, whole: Observation): AgainstWhole | null {
  const [a, w] = [area.value, whole.value];
  if (a === null || w === null) return null;
  const as = measure.kind === 'proportion' ? 'points' : 'ratio';
  if (as === 'ratio' && w <= 0) return null;
  const [la, ua, lw, uw] = [area.lower, area.upper, whole.lower, whole.upper];
  const bounded = la !== null && ua !== null && lw !== null && uw !== null;
  const limits = !bounded
    ? null
    : as === 'points'
      ? difference(a, la, ua, w, lw, uw)
      : ratio(a, la, ua, w, lw, uw);
  const none = as === 'points' ? 0 : 1;
  return {
    measure,
    area,
    whole,
    as,
    amount: as === 'points' ? a - w : a / w,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    verdict:
      limits === null
        ? 'unknown'
        : limits.lower > none
          ? 'above'
          : limits.upper < none
            ? 'below'
            : 'not told',
  };
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

function difference(a: number, la: number, ua: number, w: number, lw: number, uw: number): Limits {
  return {
    lower: a - w - Math.hypot(a - la, uw - w),
    upper: a - w + Math.hypot(ua - a, w - lw),
  };
}

function ratio(a: number, la: number, ua: number, w: number, lw: number, uw: number): Limits | null {
  if (lw <= 0 || ua <= 0) return null;
  const upper = a <= 0 ? ua / lw : (a / w) * Math.exp(Math.hypot(Math.log(ua / a), Math.log(w / lw)));
  const lower = la <= 0 || a <= 0 ? 0 : (a / w) * Math.exp(-Math.hypot(Math.log(a / la), Math.log(uw / w)));
  return { lower, upper };
}
