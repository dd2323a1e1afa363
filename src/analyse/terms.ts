import type { Term } from '../statistics/index.ts';

/** A term as JSON. */
export function termAnswer({ name, estimate, standardError, lower, upper, p }: Term) {
  return { name, estimate, standard_error: standardError, lower, upper, p };
}
