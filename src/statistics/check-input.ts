import { StatisticsError } from './statistics-error.ts';

/** Requires a finite number. */
export function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) {
    throw new StatisticsError(
      'not-a-number',
      `${name} is not a finite number (${value}).`,
      `Give ${name} as a number.`,
    );
  }
}

/** Requires a finite number of at least 0. */
export function requireNotNegative(value: number, name: string): void {
  requireFinite(value, name);
  if (value < 0) {
    throw new StatisticsError(
      'negative-count',
      `${name} is negative (${value}).`,
      `A count cannot be below 0: check ${name}.`,
    );
  }
}

/** Requires a whole number of at least 0. */
export function requireCount(value: number, name: string): void {
  requireNotNegative(value, name);
  if (!Number.isInteger(value)) {
    throw new StatisticsError(
      'not-whole',
      `${name} is not a whole number (${value}).`,
      'Exact methods count whole events; use an approximate kind for weighted or estimated counts.',
    );
  }
}

/** Exact methods add up terms by the root of a count; beyond this the approximate kinds agree to six digits. */
const MOST_COUNTED = 1e9;

/** Requires a whole number of at least 0 that an exact method can work through. */
export function requireExactCount(value: number, name: string): void {
  requireCount(value, name);
  requireExactSize(value, name);
}

/** Requires a number of events or trials, whole or not, that an exact method can work through. */
export function requireExactSize(value: number, name: string): void {
  if (value > MOST_COUNTED) {
    throw new StatisticsError(
      'too-large',
      `${name} is too large for an exact method (${value}).`,
      'Use an approximate kind: from a thousand million on they agree.',
    );
  }
}

/** Requires a finite number above 0. */
export function requirePositive(value: number, name: string): void {
  requireFinite(value, name);
  if (value <= 0) {
    throw new StatisticsError(
      'no-exposure',
      `${name} must be above 0 (it is ${value}).`,
      `Leave out rows without ${name}.`,
    );
  }
}

/** Requires a confidence level strictly between 0 and 1, such as 0.95. */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new StatisticsError(
      'bad-level',
      `The level must lie between 0 and 1 (it is ${level}).`,
      'Write 0.95 for 95 %.',
    );
  }
}

/** Requires events out of trials: trials above 0, events between 0 and trials. */
export function requireEventsOfTrials(events: number, trials: number): void {
  requireNotNegative(events, 'events');
  requireNotNegative(trials, 'trials');
  if (trials === 0) {
    throw new StatisticsError(
      'no-trials',
      'There are no trials, so there is no share to estimate.',
      'Leave out rows with 0 trials.',
    );
  }
  if (events > trials) {
    throw new StatisticsError(
      'more-events-than-trials',
      `There are more events (${events}) than trials (${trials}).`,
      'Check that the two columns are not exchanged.',
    );
  }
}
