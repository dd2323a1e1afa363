/** Any value of an answer. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The value under keys set apart by dots; null where there is none. */
export function at(value: Json, path: string): Json {
  let found: Json = value;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return null;
    found = (found as { readonly [key: string]: Json })[key] ?? null;
  }
  return found;
}

export function numberAt(value: Json, path: string): number | null {
  const found = at(value, path);
  return typeof found === 'number' ? found : null;
}

export function textAt(value: Json, path: string): string {
  const found = at(value, path);
  if (typeof found !== 'string') throw new TypeError(`${path} is no text`);
  return found;
}

export function listAt(value: Json, path: string): readonly Json[] {
  const found = at(value, path);
  if (!Array.isArray(found)) throw new TypeError(`${path} is no list`);
  return found as readonly Json[];
}
