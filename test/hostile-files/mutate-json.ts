import type { Random } from '../../src/statistics/random.ts';
import { hostileCell } from './mutate-table.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A changed copy of a JSON document that is JSON still, and what was done to it. */
export function mutateJson(
  bytes: Buffer,
  random: Random,
): { readonly change: string; readonly bytes: Buffer } {
  const document = JSON.parse(bytes.toString('utf8')) as Json;
  const places = placesOf(document);
  const done: string[] = [];
  for (let times = 1 + random.below(4); times > 0; times--) {
    const place = places[random.below(places.length)];
    if (place) done.push(change(place, random));
  }
  if (places.length === 0) done.push('nothing to change');
  return { change: done[0] ?? '', bytes: Buffer.from(JSON.stringify(document)) };
}

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string | number;
}

/** Every value of a document by where it stands; of long lists the first few and a spread of the others. */
function placesOf(document: Json, depth = 0): Place[] {
  if (typeof document !== 'object' || document === null || depth > 12) return [];
  const keys: (string | number)[] = Array.isArray(document)
    ? document.map((_, index) => index).filter((index) => index < 20 || index % 17 === 0)
    : Object.keys(document);
  return keys.flatMap((key) => [
    { holder: document, key },
    ...placesOf(valueAt({ holder: document, key }), depth + 1),
  ]);
}

function valueAt({ holder, key }: Place): Json {
  return (holder as Record<string | number, Json>)[key] ?? null;
}

function change(place: Place, random: Random): string {
  const { holder, key } = place;
  const values = holder as Record<string | number, Json>;
  const ways: Record<string, () => void> = {
    'hostile value': () => void (values[key] = hostileCell(random)),
    'null for a value': () => void (values[key] = null),
    'number for a value': () =>
      void (values[key] = [0, -1, 1e308, 1.5, 1e15, -180.0001][random.below(6)] ?? 0),
    'truth for a value': () => void (values[key] = random.below(2) === 0),
    'list for a value': () => void (values[key] = [valueAt(place), valueAt(place)]),
    'object for a value': () => void (values[key] = { value: valueAt(place) }),
    'empty list': () => void (values[key] = []),
    'empty object': () => void (values[key] = {}),
    'deeply nested': () => void (values[key] = nested(200 + random.below(800))),
    'value lost': () => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
    },
    'key of the language': () => {
      if (!Array.isArray(holder))
        Object.defineProperty(holder, ['__proto__', 'constructor', 'toString'][random.below(3)] ?? '', {
          value: hostileCell(random),
          enumerable: true,
          configurable: true,
        });
    },
    'value twice': () => {
      if (Array.isArray(holder)) holder.splice(Number(key), 0, valueAt(place));
    },
  };
  const names = Object.keys(ways);
  const name = names[random.below(names.length)] ?? '';
  ways[name]?.();
  return name;
}

function nested(depth: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}
