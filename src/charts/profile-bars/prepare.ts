import { drawableInterval } from '../words/interval.ts';
import type { Interval } from '../words/interval.ts';
import { measurable } from '../words/measurable.ts';
import type { ProfileBarsInput, ProfileShare } from './input.ts';

/** A bar: a share between 0 and 1 with its interval, or nothing known. */
export interface Bar {
  readonly share: number | null;
  readonly interval: Interval | null;
}

export interface PreparedProfile {
  readonly name: string;
  /** Right half, or the only one; one bar a group. */
  readonly right: readonly Bar[];
  /** Empty without sides. */
  readonly left: readonly Bar[];
  /** Null: not stated by the caller, or nothing is missing. */
  readonly notRecorded: number | null;
}

const MOST_PROFILES = 4;

/** Profiles on the same groups; what is no share is not available. */
export function preparedProfiles({ groups, profiles, sides }: ProfileBarsInput): PreparedProfile[] {
  const onGroups = (shares: readonly ProfileShare[] = []): Bar[] =>
    groups.map((_, index) => bar(shares[index]));
  return profiles.slice(0, MOST_PROFILES).map(({ name, shares, left, notRecorded }) => ({
    name: name.trim() || 'unnamed',
    right: onGroups(shares),
    left: sides ? onGroups(left) : [],
    notRecorded: shareOf(notRecorded),
  }));
}

function bar(given: ProfileShare | undefined): Bar {
  const share = shareOf(given?.share);
  const interval = share === null ? null : drawableInterval(given?.lower, given?.upper);
  return {
    share,
    interval: interval !== null && interval.lower >= 0 && interval.upper <= 1 ? interval : null,
  };
}

function shareOf(value: number | null | undefined): number | null {
  const known = measurable(value);
  return known === null || known < 0 || known > 1 ? null : known;
}
