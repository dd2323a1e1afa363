import { isScrutineerError } from '../../foundation/errors.ts';
import { METHODS } from '../methods.ts';
import { Options } from '../options.ts';
import { Table } from '../table.ts';
import { analyse } from '../analyse.ts';
import { hostileCase } from './hostile-case.ts';

const NO_NUMBER = /NaN|Infinity|undefined/;

/** What became of one hostile table. */
export type HostileOutcome =
  | { readonly kind: 'answer' }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'fault'; readonly fault: string };

/**
 * Runs a method on the hostile table of a number. An answer with a number that is not finite is a fault, even though the door
 * of `analyse` would have kept it in; so is an error without a name or advice.
 */
export function tryHostile(method: string, number: number, mostRows?: number): HostileOutcome {
  const { csv, options } = hostileCase(method, number, mostRows);
  try {
    const text = JSON.stringify(analyse(method, csv, options, { with: csv }).results);
    // Names that the table itself holds may well say NaN.
    if (NO_NUMBER.test(text) && !NO_NUMBER.test(csv)) return { kind: 'fault', fault: 'NaN in the answer' };
    const key = text.includes('null') ? notFinite(rawAnswer(method, csv, options)) : null;
    return key === null ? { kind: 'answer' } : { kind: 'fault', fault: `${key} is not finite` };
  } catch (error) {
    if (!isScrutineerError(error)) return { kind: 'fault', fault: String(error) };
    const told = error.message.length > 5 && error.advice.length > 5;
    return told
      ? { kind: 'refused', error: `${error.name}: ${error.message}` }
      : { kind: 'fault', fault: `an error without advice: ${error.message}` };
  }
}

/** What the method itself answers, before the guard at the door. */
function rawAnswer(method: string, csv: string, given: ReturnType<typeof hostileCase>['options']): unknown {
  const found = METHODS.find(({ about }) => about.method === method);
  const options = new Options(given);
  const table = Table.read(csv, options);
  const by = found?.ownBy === true ? undefined : options.text('by');
  const parts = by === undefined ? [table] : table.groups(by).map((group) => group.table);
  return parts.map((part) => found?.run(part, options, new Map([['with', Table.read(csv, options)]])));
}

/** Path of the first number that is not finite, places in lists left out; null when there is none. */
function notFinite(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value);
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const path = notFinite(inner);
    if (path !== null) return /^\d+$/.test(key) ? path : `${key}.${path}`;
  }
  return null;
}
