import type { Areas } from '../../areas/index.ts';
import { nearest } from '../../foundation/nearest.ts';
import { month } from '../table/cells.ts';
import { RowFault } from '../table/row-fault.ts';
import type { TemplateColumn } from './template.ts';

/** What stands in a good cell; a mark (`c`, `x`) where a figure is withheld or not available. */
export type CellRead =
  | { readonly kind: 'value'; readonly value: string | number | null }
  | { readonly kind: 'mark'; readonly mark: 'c' | 'x' };

/** What is wrong with a cell, what may stand there, and the likeliest right one. */
export interface CellFault {
  readonly kind: 'fault';
  readonly problem: string;
  readonly allowed: string;
  readonly nearest: string | null;
}

const LARGEST_COUNT = 1e9;

/** Reads one cell by the rules of its column. */
export function readCell(column: TemplateColumn, cell: string, areas: Areas): CellRead | CellFault {
  const text = cell.replaceAll(/[\u00A0\u200B\uFEFF]/g, ' ').trim();
  const wrong = (problem: string, near: string | null = null): CellFault => ({
    kind: 'fault',
    problem,
    allowed: allowedIn(column),
    nearest: near,
  });
  if (isFormula(text)) return wrong(`begins with "${text[0] ?? ''}", which a spreadsheet runs as a formula`);
  if (hasControl(text)) return wrong('holds a line break, a tab or another character that cannot be seen');
  switch (column.type) {
    case 'area':
      return readArea(column, text, areas, wrong);
    case 'month':
      return readMonth(text, wrong);
    case 'word':
      return readWord(column, text, wrong);
    case 'text':
      if (text === '') return wrong('the cell is blank');
      return text.length > column.longest ? wrong(`is longer than ${column.longest} characters`) : good(text);
    default:
      return readFigure(column, text, wrong);
  }
}

/** What may stand in a column, in words. */
export function allowedIn(column: TemplateColumn): string {
  switch (column.type) {
    case 'area':
      return `the name of a ${column.of.join(' or ')}, such as ${column.example}`;
    case 'month':
      return `a month as YYYY-MM, such as ${column.example}`;
    case 'word':
      return Object.keys(column.words).join(', ');
    case 'text':
      return `plain text of at most ${column.longest} characters`;
    case 'count':
      return `a whole number in plain digits, such as ${column.example}${marksOf(column)}`;
    case 'share':
      return `a share from 0 to 1 with a decimal point, such as ${column.example}${marksOf(column)}`;
    default:
      return `a number from ${column.least} to ${column.most} with a decimal point, such as ${column.example}${marksOf(column)}`;
  }
}

type Wrong = (problem: string, near?: string | null) => CellFault;
type Column<Type extends TemplateColumn['type']> = Extract<TemplateColumn, { readonly type: Type }>;

function marksOf({ required }: Column<'count' | 'share' | 'number'>): string {
  return `; c where it is too small to give, x where it is not known${required ? '' : ', or blank'}`;
}

function good(value: string | number | null): CellRead {
  return { kind: 'value', value };
}

function readArea(column: Column<'area'>, text: string, areas: Areas, wrong: Wrong): CellRead | CellFault {
  if (text === '') return wrong('the cell is blank');
  const area = areas.resolve(text, column.of);
  if (area) return good(area.name);
  if (/^(grand |sub-?)?totals?\b|^(all|sum)\b/i.test(text))
    return wrong('a row of totals: leave it out, sums are made from the rows');
  const names = areas.list(column.of).flatMap((each) => [each.name, ...each.aliases]);
  const near = nearest(text, names);
  return wrong(
    'no such area is known',
    near === null ? null : (areas.resolve(near, column.of)?.name ?? null),
  );
}

function readMonth(text: string, wrong: Wrong): CellRead | CellFault {
  if (text === '') return wrong('the cell is blank');
  const numbers = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  // A spreadsheet turns 2023-04 into the first of April; any other day may be a month written first.
  if (numbers && numbers[1] !== '1' && numbers[1] !== '01')
    return wrong('a day where a month belongs, or a month written before its day');
  try {
    const first = month(text, '');
    return /^(19|20)/.test(first) ? good(first) : wrong('not a month of our time');
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    return wrong('not a month', monthMeant(text));
  }
}

/** "4/2023", "04.2023", "2023/4": what was most likely meant. */
function monthMeant(text: string): string | null {
  const found = /^(\d{1,2})[/. -](\d{4})$/.exec(text) ?? /^(\d{4})[/. -](\d{1,2})$/.exec(text);
  if (!found) return null;
  const [year, number] = (found[1] ?? '').length === 4 ? [found[1], found[2]] : [found[2], found[1]];
  return Number(number) >= 1 && Number(number) <= 12 ? `${year}-${(number ?? '').padStart(2, '0')}` : null;
}

function readWord(column: Column<'word'>, text: string, wrong: Wrong): CellRead | CellFault {
  if (text === '') return wrong('the cell is blank');
  const words = Object.keys(column.words);
  const folded = fold(text);
  const word = words.find((each) => fold(each) === folded);
  if (word === undefined) return wrong('not one of the words of this column', nearest(text, words));
  return good(word === column.all ? null : word);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_–-]+/g, ' ');
}

function readFigure(
  column: Column<'count' | 'share' | 'number'>,
  text: string,
  wrong: Wrong,
): CellRead | CellFault {
  if (text === '')
    return column.required
      ? wrong('the cell is blank: write 0 for none, c for too small to give, x for not known')
      : { kind: 'mark', mark: 'x' };
  const mark = /^\[?([cx])\]?$/i.exec(text)?.[1]?.toLowerCase();
  if (mark === 'c' || mark === 'x') return { kind: 'mark', mark };
  if (/^[-–—.*:#!]+$|^n\/?a$|^null$/i.test(text))
    return wrong('a mark with more than one meaning: write c for too small to give, x for not known', 'x');
  const percent = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(text)?.[1]?.replace(',', '.');
  if (percent !== undefined)
    return wrong('a percent sign', column.type === 'share' ? plain(Number(percent) / 100) : null);
  if (/^-?\d{1,3}([, ’']\d{3})+(\.\d+)?$/.test(text))
    return wrong('separators between thousands', text.replaceAll(/[, ’']/g, ''));
  if (/^-?\d+,\d+$/.test(text)) return wrong('a decimal comma', text.replace(',', '.'));
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return wrong('not a number');
  return within(column, Number(text), wrong);
}

function within(
  column: Column<'count' | 'share' | 'number'>,
  value: number,
  wrong: Wrong,
): CellRead | CellFault {
  if (column.type === 'count') {
    if (value < 0) return wrong('below zero');
    if (!Number.isInteger(value)) return wrong('not a whole number');
    return value > LARGEST_COUNT ? wrong('too large for a count') : good(value);
  }
  if (column.type === 'share') {
    if (value < 0) return wrong('below zero');
    if (value <= 1) return good(value);
    return wrong('above 1: a percentage is written as a share', value <= 100 ? plain(value / 100) : null);
  }
  if (value < column.least) return wrong(`below ${column.least}`);
  return value > column.most ? wrong(`above ${column.most}`) : good(value);
}

function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** A cell that a spreadsheet would run. A lone sign, or a sign before digits, is none. */
function isFormula(text: string): boolean {
  return /^[=@]/.test(text) || /^[+-](?![\d.,\s–—-]*%?$)/.test(text);
}

function hasControl(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.test(text);
}
