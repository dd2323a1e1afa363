import { RowFault } from '../table/row-fault.ts';

/**
 * Our form of a published age: "Aged 3 to 4 years" → "3-4", "Aged under 1 year" → "0", "Aged 90 years and over" → "90+",
 * "Aged 2 years and under" → "0-2", "0-15" and "65+" as they are.
 * @throws RowFault for anything else
 */
export function ageBand(published: string, column: string): string {
  const text = published
    .replace(/^aged\s+/i, '')
    .replace(/\s*years?\b/gi, '')
    .trim()
    .toLowerCase();
  if (text === 'under 1') return '0';
  const under = /^(\d+) and under$/.exec(text)?.[1];
  if (under !== undefined) return `0-${under}`;
  const over = /^(\d+)( and over|\+)$/.exec(text)?.[1];
  if (over !== undefined) return `${over}+`;
  const span = /^(\d+)\s*(to|-|–)\s*(\d+)$/.exec(text);
  if (span) return `${span[1]}-${span[3]}`;
  if (/^\d+$/.test(text)) return text;
  throw new RowFault(column, `unknown age "${published}"`);
}
