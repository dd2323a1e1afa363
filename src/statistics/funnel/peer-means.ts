import { byarInterval } from '../intervals/byar.ts';
import { wilsonInterval } from '../intervals/wilson.ts';
import type { Interval } from '../intervals/interval.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { FunnelData, FunnelUnit } from './funnel-scores.ts';

/** One way of averaging a group of similar places, and where the place asked about stands to it. */
export interface PeerMean {
  /** Every member counts the same, or by its size. */
  readonly weighted: boolean;
  readonly withSubject: boolean;
  readonly mean: number;
  /** `similar` where the interval of the place holds the mean. */
  readonly verdict: 'above' | 'below' | 'similar';
}

export interface PeerComparison {
  readonly subject: Interval;
  /** The inspectorate's way first: unweighted, the place itself included. */
  readonly means: readonly PeerMean[];
  /** Whether another way of averaging would give another verdict. */
  readonly dependsOnConvention: boolean;
}

/**
 * A place against the average of its group, in the four ways that are in use: members counted alike (as His Majesty's
 * Inspectorate does for most similar groups, the place itself among them) or by size, with the place itself or without.
 * Its own interval is Wilson's for proportions, Byar's for counts.
 *
 * @param peers the other members of the group
 * @throws StatisticsError without another member
 */
export function peerMeans(
  subject: FunnelUnit,
  peers: readonly FunnelUnit[],
  data: FunnelData,
  level = 0.95,
): PeerComparison {
  if (peers.length === 0) {
    throw new StatisticsError(
      'one-group',
      'The group has no other member.',
      'Mark two or more units as peers.',
    );
  }
  const interval =
    data === 'proportion'
      ? wilsonInterval(subject.numerator, subject.denominator, level)
      : byarInterval(subject.numerator, subject.denominator, level);
  const means = [
    { weighted: false, withSubject: true },
    { weighted: false, withSubject: false },
    { weighted: true, withSubject: true },
    { weighted: true, withSubject: false },
  ].map(({ weighted, withSubject }) => {
    const members = withSubject ? [subject, ...peers] : peers;
    const mean = weighted ? pooled(members) : plain(members);
    return { weighted, withSubject, mean, verdict: verdictOf(interval, mean) };
  });
  return {
    subject: interval,
    means,
    dependsOnConvention: means.some(({ verdict }) => verdict !== means[0]?.verdict),
  };
}

function plain(members: readonly FunnelUnit[]): number {
  return members.reduce((sum, unit) => sum + unit.numerator / unit.denominator, 0) / members.length;
}

function pooled(members: readonly FunnelUnit[]): number {
  const sum = (key: keyof FunnelUnit) => members.reduce((total, unit) => total + unit[key], 0);
  return sum('numerator') / sum('denominator');
}

function verdictOf({ lower, upper }: Interval, mean: number): PeerMean['verdict'] {
  return lower > mean ? 'above' : upper < mean ? 'below' : 'similar';
}
