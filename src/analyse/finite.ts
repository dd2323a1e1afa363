import type { Answer } from './method.ts';

/** The last guard at the door: a number that is not finite leaves as null, however deep it lies. */
export function finite(answer: Answer): Answer {
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, finiteValue(value)]));
}

function finiteValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(finiteValue);
  if (typeof value === 'object' && value !== null) return finite(value as Answer);
  return value ?? null;
}
