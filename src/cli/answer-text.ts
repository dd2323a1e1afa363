import { toTable } from './output.ts';

type Answer = Readonly<Record<string, unknown>>;

/** Answers for eyes: single values first, then a table for each list. Numbers are cut to six figures. */
export function answersAsText(answers: readonly Answer[]): string {
  return answers.map((answer) => answerAsText(answer)).join('\n');
}

function answerAsText(answer: Answer): string {
  const single: [string, string][] = [];
  const lists: string[] = [];
  for (const [key, value] of Object.entries(answer)) {
    if (Array.isArray(value) && value.some(isAnswer))
      lists.push(`${key}\n${listAsTable(value.filter(isAnswer))}`);
    else if (isAnswer(value))
      for (const [under, each] of Object.entries(value)) single.push([`${key}.${under}`, word(each)]);
    else single.push([key, word(value)]);
  }
  const width = Math.max(0, ...single.map(([key]) => key.length));
  const lines = single.map(([key, value]) => `${key.padEnd(width)}  ${value}\n`).join('');
  return [lines, ...lists].filter((part) => part !== '').join('\n');
}

function listAsTable(rows: readonly Answer[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toTable(
    columns,
    rows.map((row) =>
      columns.map((column) => {
        const value = row[column];
        return typeof value === 'number'
          ? short(value)
          : value === null || value === undefined
            ? null
            : word(value);
      }),
    ),
  );
}

function word(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return String(short(value));
  if (Array.isArray(value)) return value.map(word).join(', ');
  if (isAnswer(value))
    return Object.entries(value)
      .map(([key, each]) => `${key} ${word(each)}`)
      .join(' ');
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '–';
}

function short(value: number): number {
  return Number(value.toPrecision(6));
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
