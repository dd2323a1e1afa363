import { BadInputError } from '../../foundation/errors.ts';
import type { Sample } from '../input/input-file.ts';
import { RowFault } from '../table/row-fault.ts';

/** One object of an answer of the API. */
export type Item = Readonly<Record<string, unknown>>;

/** Whether a JSON file begins as a list of objects that have all of some keys, in any order. */
export function beginsWithKeys({ format, head }: Sample, keys: readonly string[]): boolean {
  if (format !== 'json' || head === null || !head.trimStart().startsWith('[')) return false;
  const first = head.slice(0, 4000);
  return keys.every((key) => new RegExp(`"${key}"\\s*:`).test(first));
}

/**
 * The objects of an answer of the API.
 * @throws BadInputError for text that is no list
 */
export function itemsOf(text: string, path: string): readonly unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new BadInputError('the JSON is cut short or damaged', { file: path }, 'Download the file again.', {
      cause: error,
    });
  }
  if (Array.isArray(parsed)) return parsed;
  throw new BadInputError('the JSON is not a list', { file: path }, 'Check that it is an answer of the API.');
}

/** @throws RowFault for anything but an object */
export function itemOf(value: unknown): Item {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Item;
  throw new RowFault(null, 'not an object');
}

/** Text of a key; null where it is null, absent or empty. @throws RowFault for anything else */
export function textOf(item: Item, key: string): string | null {
  const value = item[key];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  throw new RowFault(key, `"${JSON.stringify(value).slice(0, 60)}" is not text`);
}

/** Yes or no; null where nothing is said. @throws RowFault for anything else */
export function flagOf(item: Item, key: string): boolean | null {
  const value = item[key];
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  throw new RowFault(key, `"${JSON.stringify(value).slice(0, 60)}" is neither true nor false`);
}

export interface Place {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly location: string | null;
}

/** Where it happened; the API writes coordinates as text, and null for a place that it does not give. @throws RowFault */
export function placeOf(item: Item): Place {
  const value = item['location'];
  if (value === null || value === undefined) return { longitude: null, latitude: null, location: null };
  const location = itemOf(value);
  const { street } = location;
  return {
    longitude: degrees(location, 'longitude', 180),
    latitude: degrees(location, 'latitude', 90),
    location: street === null || street === undefined ? null : textOf(itemOf(street), 'name'),
  };
}

function degrees(location: Item, key: string, limit: number): number | null {
  const value = location[key];
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (Math.abs(number) <= limit) return number;
  throw new RowFault(`location.${key}`, `"${JSON.stringify(value).slice(0, 60)}" is not a ${key} in degrees`);
}

/** A row to name in a reject: its number in the list stands for the line. */
export function shown(
  value: unknown,
  index: number,
): { readonly line: number; readonly cells: readonly string[] } {
  return {
    line: index + 1,
    get cells() {
      return [JSON.stringify(value) ?? ''];
    },
  };
}
