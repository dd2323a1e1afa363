import type { ComparedArea, ComparisonDotsInput } from '../../../charts/index.ts';
import {
  ask,
  parseQuestion,
  type EvidenceContext,
  type Finding,
  type MeasureSummary,
} from '../../../evidence/index.ts';
import type { Measure } from '../../../measures/index.ts';
import { byarInterval } from '../../../statistics/index.ts';
import { unitOf } from '../measures/words.ts';

/** How the area stands against each comparator: sentences, the picture, and what switching conventions would do. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly dots: Omit<ComparisonDotsInput, 'id' | 'width'> | null;
  readonly conventions: readonly {
    readonly comparator: string;
    readonly convention: string;
    readonly value: number | null;
  }[];
  /** The measure compared, which for a count is its rate. */
  readonly measure: Measure;
  /** Why there is nothing to compare with. */
  readonly missing: readonly string[];
}

/** Gathers the comparators of a measure that the catalogue compares at all; null for one that it does not. */
export async function comparisonOf(
  context: EvidenceContext,
  { measure, area, verdicts }: MeasureSummary,
  illustrative: boolean,
): Promise<Comparison | null> {
  if (measure.comparators.length === 0) return null;
  const compared = measure.rate === null ? measure : context.measures.require(measure.rate);
  const baseline = measure.comparators.includes('baseline')
    ? await ask(context, { ...parseQuestion(`compare ${measure.id} --with baseline`), area })
    : null;
  const all = [verdicts.national.finding, verdicts.mostSimilar.finding, baseline].filter(
    (each) => each !== null,
  );
  const findings = all.filter(({ verdict }) => verdict !== 'no-data');
  const [national, similar] = [verdicts.national.finding, verdicts.mostSimilar.finding].map((each) =>
    each === null || each.verdict === 'no-data' ? null : each,
  );
  return {
    measure: compared,
    findings,
    missing: [...new Set(all.filter(({ verdict }) => verdict === 'no-data').map(({ sentence }) => sentence))],
    dots: dots(compared, area, national ?? null, similar ?? null, illustrative),
    conventions: [
      ...conventionsOf('National', national ?? null),
      ...conventionsOf('Most similar forces', similar ?? null),
    ],
  };
}

function dots(
  measure: Measure,
  area: string,
  national: Finding | null,
  similar: Finding | null,
  illustrative: boolean,
): Comparison['dots'] {
  const own = similar ?? national;
  const value = numberOf(own, 'value');
  if (own === null || value === null) return null;
  const samePeriod = national !== null && similar !== null && national.from === similar.from;
  const [events, people] = [numberOf(own, 'events'), numberOf(own, 'population')];
  const interval = events !== null && people !== null && people > 0 ? byarInterval(events, people) : null;
  const { period } = own.numbers;
  const unconfirmed = similar?.caveats.find((text) => text.includes('unconfirmed'));
  return {
    title: titleOf(measure, area, national, similar),
    subtitle: typeof period === 'string' ? `${measure.title}, ${period}` : measure.title,
    subject: measure.title,
    unit: unitOf(measure),
    areas: [
      {
        name: area,
        value,
        lower: interval === null ? null : interval.lower * measure.per,
        upper: interval === null ? null : interval.upper * measure.per,
        role: 'subject',
      },
      ...membersOf(similar),
    ],
    averages: [
      ...(national !== null && (similar === null || samePeriod)
        ? [{ name: 'England and Wales', value: numberOf(national, 'comparator'), kind: 'national' as const }]
        : []),
      ...(similar === null
        ? []
        : [
            {
              name: 'similar forces',
              value: numberOf(similar, 'comparator'),
              kind: 'similar' as const,
              unconfirmed: unconfirmed !== undefined,
            },
          ]),
    ],
    ...(unconfirmed === undefined ? {} : { unconfirmed }),
    intervalName: '95% interval',
    illustrative,
  };
}

function titleOf(measure: Measure, area: string, national: Finding | null, similar: Finding | null): string {
  const words = [
    ...(national === null ? [] : [`${relation(national)} the national figure`]),
    ...(similar === null ? [] : [`${relation(similar)} similar forces`]),
  ];
  return `${measure.title}: ${area} is ${words.join(' and ')}`;
}

function relation({ verdict }: Finding): string {
  return verdict === 'similar' ? 'similar to' : verdict;
}

function membersOf(finding: Finding | null): ComparedArea[] {
  return rowsOf(finding, 'members').map((row) => ({
    name: String(row['area']),
    value: cell(row['value']),
    lower: cell(row['lower']),
    upper: cell(row['upper']),
    role: 'similar',
  }));
}

function conventionsOf(comparator: string, finding: Finding | null): Comparison['conventions'] {
  return rowsOf(finding, 'conventions').map((row) => ({
    comparator,
    convention: String(row['convention']),
    value: cell(row['value']),
  }));
}

function rowsOf(finding: Finding | null, key: string): readonly Readonly<Record<string, unknown>>[] {
  const rows = finding?.numbers[key];
  return Array.isArray(rows) ? (rows as readonly Readonly<Record<string, unknown>>[]) : [];
}

function numberOf(finding: Finding | null, key: string): number | null {
  return cell(finding?.numbers[key]);
}

function cell(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
