/**
 * What the rules for special causes say of a point, and how it is marked: shape first, colour second.
 * `high` and `low` are special causes of a measure that is neither better high nor better low.
 */
export type Variation = 'improvement' | 'concern' | 'high' | 'low' | 'none';

/** Which way is good. */
export type Better = 'lower' | 'higher' | 'neither';

/** The rule that marks a point, as `scrutineer analyse spc` names it. */
export type Signal = 'outside' | 'trend' | 'two-of-three' | 'shift';

export type Side = 'up' | 'down';

/** A special cause on one side, judged by which way is good. */
export function variationOf(side: Side, better: Better): Exclude<Variation, 'none'> {
  if (better === 'neither') return side === 'up' ? 'high' : 'low';
  return (side === 'up') === (better === 'higher') ? 'improvement' : 'concern';
}

const SIGNAL_WORDS: Readonly<Record<Signal, Readonly<Record<Side, string>>>> = {
  outside: { up: 'above the expected range', down: 'below the expected range' },
  trend: { up: 'part of a run of rising points', down: 'part of a run of falling points' },
  'two-of-three': {
    up: 'two of three points close to the upper limit',
    down: 'two of three points close to the lower limit',
  },
  shift: { up: 'part of a run above the average', down: 'part of a run below the average' },
};

/** The rule in words that follow "special cause:". */
export function signalWords(signal: Signal, side: Side): string {
  return SIGNAL_WORDS[signal][side];
}
