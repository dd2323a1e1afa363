import type { Measure } from '../../../measures/index.ts';
import {
  areaAdjustedDifference,
  hitRateDifference,
  wilsonInterval,
  type Difference,
} from '../../../statistics/index.ts';
import { GROUPS, groupOf, REFERENCE, type Group } from './ethnic-groups.ts';
import type { CountRow, YearCounts } from './year-counts.ts';

/** What comes of a power, by group. */
export interface Outcome {
  readonly measure: Measure;
  readonly from: string;
  readonly to: string;
  /** For everybody, the unknown among them. */
  readonly all: OutcomeShare;
  readonly groups: readonly OutcomeGroup[];
}

interface OutcomeShare {
  readonly searches: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

export interface OutcomeGroup extends OutcomeShare {
  readonly name: Group | 'Not recorded';
  /** Less the share of the reference; null for the reference itself. */
  readonly difference: Difference | null;
  /** The same with like compared with like in each borough. */
  readonly adjusted: Difference | null;
}

/** Shares by group with Wilson's intervals, and their difference from the reference with Newcombe's. Null without records. */
export function outcomeOf(
  measure: Measure,
  year: YearCounts,
  byBorough: readonly CountRow[],
): Outcome | null {
  const sums = summed(year.rows);
  const all = sums.reduce((a, b) => ({ hits: a.hits + b.hits, searches: a.searches + b.searches }), none());
  if (all.searches === 0) return null;
  const reference = sums.find(({ name }) => name === REFERENCE);
  return {
    measure,
    from: year.from,
    to: year.to,
    all: shareOf(all),
    groups: sums
      .filter(({ searches }) => searches > 0)
      .map(({ name, ...own }) => ({
        name,
        ...shareOf(own),
        difference:
          name === REFERENCE || !reference || reference.searches === 0
            ? null
            : hitRateDifference(own, reference),
        adjusted: name === REFERENCE ? null : adjusted(name, byBorough),
      })),
  };
}

interface Sum {
  readonly hits: number;
  readonly searches: number;
}

function summed(rows: readonly CountRow[]): readonly (Sum & { readonly name: OutcomeGroup['name'] })[] {
  const grouped = Map.groupBy(rows, ({ group }) => (group === null ? null : groupOf(group)));
  const sum = (own: readonly CountRow[] = []): Sum =>
    own.reduce<Sum>((a, b) => ({ hits: a.hits + b.events, searches: a.searches + (b.of ?? 0) }), none());
  return [
    ...GROUPS.map((name) => ({ name, ...sum(grouped.get(name)) })),
    { name: 'Not recorded' as const, ...sum(grouped.get(null)) },
  ];
}

function none(): Sum {
  return { hits: 0, searches: 0 };
}

function shareOf({ hits, searches }: Sum): OutcomeShare {
  const { estimate, lower, upper } = wilsonInterval(hits, searches);
  return { searches, share: estimate, lower, upper };
}

function adjusted(name: OutcomeGroup['name'], rows: readonly CountRow[]): Difference | null {
  const areas = [...Map.groupBy(rows, ({ area }) => area).values()].flatMap((own) => {
    const sums = summed(own);
    const [group, reference] = [
      sums.find((each) => each.name === name),
      sums.find((each) => each.name === REFERENCE),
    ];
    return group && reference && group.searches > 0 && reference.searches > 0 ? [{ group, reference }] : [];
  });
  return areas.length < 2 ? null : areaAdjustedDifference(areas);
}
