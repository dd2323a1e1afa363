import type { MiddlewareHandler } from 'hono';

const SAID = 'Illustrative data';

/**
 * Marks what leaves a workspace of made-up figures without a page around it: JSON by a key, CSV by a column, files by their names, and
 * every answer by a header. Pages and pictures carry bands of their own.
 */
export function illustrativeAnswers(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { res } = context;
    const headers = new Headers(res.headers);
    headers.set('x-illustrative-data', 'every figure is made up');
    const named = headers.get('content-disposition');
    if (named !== null)
      headers.set('content-disposition', named.replace('filename="', 'filename="illustrative-'));
    const type = headers.get('content-type') ?? '';
    const mark = type.startsWith('application/json')
      ? markedJson
      : type.startsWith('text/csv')
        ? markedCsv
        : null;
    const body = mark === null ? res.body : mark(await res.text());
    if (mark !== null) headers.delete('content-length');
    context.res = undefined;
    context.res = new Response(body, { status: res.status, headers });
  };
}

/** An object says so first; each object of a list does. */
export function markedJson(text: string): string {
  const value: unknown = JSON.parse(text);
  const mark = (each: unknown): unknown =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? { illustrative: true, ...each }
      : each;
  return `${JSON.stringify(Array.isArray(value) ? value.map(mark) : mark(value), null, 2)}\n`;
}

/** A last column says so in every row. */
export function markedCsv(text: string): string {
  let marked = '';
  let quoted = false;
  let first = true;
  for (const part of text.split(/(\r?\n|")/)) {
    if (part === '"') quoted = !quoted;
    if (!quoted && /^\r?\n$/.test(part)) {
      marked += first ? ',illustrative' : `,${SAID}`;
      first = false;
    }
    marked += part;
  }
  return marked;
}
