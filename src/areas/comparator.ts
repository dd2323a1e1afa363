import type { IsoDate } from '../foundation/iso-date.ts';

/** What an area's figure may be set against: the nation, the forces most like it, or its own past. */
export const COMPARATOR_KINDS = ['national', 'most-similar', 'baseline'] as const;
export type ComparatorKind = (typeof COMPARATOR_KINDS)[number];

/** `unweighted`: each member counts alike. `population`: members together, as one area. */
export type Weighting = 'unweighted' | 'population';

/**
 * How far a comparator can be trusted: `confirmed` against a source with a date (or a convention of our own that says
 * so), `unconfirmed` (must be said wherever it is used), `none` (there is nothing to compare with; `note` says why).
 */
export type ComparatorStatus = 'confirmed' | 'unconfirmed' | 'none';

/** First and last day of a year that a baseline takes in. */
export interface BaselineYear {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What one area is compared with on one day, and by which convention. */
export interface Comparator {
  readonly kind: ComparatorKind;
  /** Canonical name of the area compared. */
  readonly subject: string;
  readonly label: string;
  /** Canonical names of the others; never the subject itself, nor an area that holds it or lies in it. */
  readonly members: readonly string[];
  /** Names that the average is taken over: the members, and with `includesSelf` the subject (or the force it lies in). */
  readonly averaged: readonly string[];
  readonly includesSelf: boolean;
  readonly weighting: Weighting;
  readonly status: ComparatorStatus;
  /** Date of the list of members; null for an undated one. */
  readonly asOf: IsoDate | null;
  /** Area under whose name publishers print the same average, if they do. */
  readonly publishedAs: string | null;
  /** Years of a baseline; empty for the other kinds. */
  readonly years: readonly BaselineYear[];
  readonly source: string;
  readonly note: string;
}

/** A comparator in one sentence for captions and footnotes; an unconfirmed one says so. */
export function describeComparator(comparator: Comparator): string {
  const { kind, label, members, averaged, includesSelf, weighting, status, asOf, note, subject } = comparator;
  if (status === 'none') return note;
  const doubt = status === 'unconfirmed' ? ' Unconfirmed.' : '';
  if (kind === 'baseline')
    return `${label}: mean of ${comparator.years.length} yearly rates of ${subject}.${doubt}`;
  const who = members.length > 7 ? `${averaged.length} forces` : members.join(', ');
  const self = includesSelf ? `with ${subject} itself` : `without ${subject} itself`;
  const how = weighting === 'population' ? 'taken together by population' : 'unweighted mean';
  const when = asOf === null ? '' : `, list of ${asOf}`;
  return `${label} (${who}${when}), ${self}, ${how}.${doubt}`;
}
