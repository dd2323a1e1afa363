import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAreas } from '../../areas/index.ts';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { loadTemplates } from './load-templates.ts';
import { readCell } from './read-cell.ts';
import type { TemplateColumn } from './template.ts';

const areas = loadAreas(CATALOGUE_DIR);
const columns = loadTemplates()
  // Those of the 999 calls first: the columns named below are theirs.
  .toSorted((a, b) => Number(b.name === 'calls-999') - Number(a.name === 'calls-999'))
  .flatMap((template) => template.columns);

function columnOf(type: TemplateColumn['type'], name?: string): TemplateColumn {
  const found = columns.find((each) => each.type === type && (name === undefined || each.name === name));
  if (!found) throw new Error(`no column of type ${type}`);
  return found;
}

const COUNT = columnOf('count');
const SHARE = columnOf('share');
const NUMBER = columnOf('number', 'mean_seconds');
const MONTH = columnOf('month');
const CLOCK = columnOf('word', 'clock_start');
const FORCE = columnOf('area', 'force');
const TEXT = columnOf('text');

describe('a cell of a return', () => {
  it.each([
    ['1,200', 'separators between thousands', '1200', COUNT],
    ['1 200', 'separators between thousands', '1200', COUNT],
    ['80%', 'a percent sign', null, COUNT],
    ['-3', 'below zero', null, COUNT],
    ['3.5', 'not a whole number', null, COUNT],
    ['-', 'more than one meaning', 'x', COUNT],
    ['N/A', 'more than one meaning', 'x', COUNT],
    ['', 'the cell is blank', null, COUNT],
    ['99999999999999999999', 'too large', null, COUNT],
    ['45%', 'a percent sign', '0.45', SHARE],
    ['45', 'above 1', '0.45', SHARE],
    ['0,45', 'a decimal comma', '0.45', SHARE],
    ['NaN', 'not a number', null, SHARE],
    ['Infinity', 'not a number', null, SHARE],
    ['99999', 'above 3600', null, NUMBER],
    ['4/2023', 'not a month', '2023-04', MONTH],
    ['04/13/2023', 'a day where a month belongs', null, MONTH],
    ['15/04/2023', 'a day where a month belongs', null, MONTH],
    ['2023', 'not a month', null, MONTH],
    ['opertor', 'not one of the words', 'operator', CLOCK],
    ['Metropolitan Polise', 'no such area', 'Metropolitan Police', FORCE],
    ['Total', 'a row of totals', null, FORCE],
    ['Camden', 'no such area', null, FORCE],
    ['=HYPERLINK("http://x")', 'runs as a formula', null, TEXT],
    ['@SUM(A1)', 'runs as a formula', null, COUNT],
    ['+cmd', 'runs as a formula', null, TEXT],
    ['two\nlines', 'cannot be seen', null, TEXT],
  ] as const)('that holds %j is refused: %s', (cell, problem, near, column) => {
    const read = readCell(column, cell, areas);
    expect(read).toMatchObject({ kind: 'fault', nearest: near });
    expect(read.kind === 'fault' ? read.problem : '').toContain(problem);
  });

  it.each([
    ['2023-04', '2023-04-01', MONTH],
    ['Apr-23', '2023-04-01', MONTH],
    ['01/04/2023', '2023-04-01', MONTH],
    [' Operator ', 'operator', CLOCK],
    ['metropolitan police service', 'Metropolitan Police', FORCE],
    ['0', 0, COUNT],
    ['.5', 0.5, SHARE],
  ] as const)('that holds %j is read as %j', (cell, value, column) => {
    expect(readCell(column, cell, areas)).toEqual({ kind: 'value', value });
  });

  it('keeps apart what is too small to give, what is not known, and none', () => {
    expect(['c', '[c]', 'x', '0'].map((cell) => readCell(COUNT, cell, areas))).toEqual([
      { kind: 'mark', mark: 'c' },
      { kind: 'mark', mark: 'c' },
      { kind: 'mark', mark: 'x' },
      { kind: 'value', value: 0 },
    ]);
    expect(readCell(NUMBER, '', areas)).toEqual({ kind: 'mark', mark: 'x' });
  });

  it('reads any count back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (value) => {
        expect(readCell(COUNT, String(value), areas)).toEqual({ kind: 'value', value });
      }),
    );
  });

  it('never throws, and never takes what is no finite number for one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.string({ unit: 'grapheme' }), (column, cell) => {
        const read = readCell(column, cell, areas);
        if (read.kind === 'value' && typeof read.value === 'number')
          expect(Number.isFinite(read.value)).toBe(true);
        if (read.kind === 'fault') expect(read.allowed).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
