import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../lake/tables.ts';
import { SOURCES } from '../registry.ts';
import { context, readText, recognises, withFile } from '../table/testing.ts';
import { checkFile, type FileCheck } from './check-file.ts';
import { loadTemplates, requireTemplate, sourceOfTemplate } from './load-templates.ts';
import { returns } from './returns.ts';
import { templateCsv, templateSchemaJson } from './template-text.ts';
import type { Template } from './template.ts';

const templates = loadTemplates();
const calls = requireTemplate(templates, 'calls-999');
const HEAD = templateCsv(calls);
const GOOD = 'Metropolitan Police,2023-04,operator,100,80,15,5,8.1\r\n';

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function example({ columns }: Template): string {
  return `${columns.map((column) => quoted(column.example)).join(',')}\r\n`;
}

function sourceOf(template: Template): (typeof returns)[number] {
  const source = returns.find(({ id }) => id === sourceOfTemplate(template));
  if (!source) throw new Error(`no source for ${template.name}`);
  return source;
}

async function check(content: string | Uint8Array, name?: string): Promise<FileCheck> {
  return withFile(content, async (file) => checkFile(file, templates, context.areas, name));
}

function problems({ faults }: FileCheck): readonly string[] {
  return faults.map(({ line, column, problem }) => `${line} ${column}: ${problem}`);
}

describe.each(templates.map((template) => [template.name, template] as const))(
  'the template %s',
  (_, template) => {
    it('filled with its own example is good, and is imported by the ordinary importer', async () => {
      const content = `${templateCsv(template)}${example(template)}`;
      expect(await check(content)).toMatchObject({ template: template.name, goodRows: 1, faults: [] });
      const read = await readText(sourceOf(template), content);
      expect(read.rejects).toEqual([]);
      expect(read.rows).toHaveLength(template.rows.length);
      for (const row of read.rows)
        expect(Object.keys(row).filter((column) => !(column in TABLES[template.table].columns))).toEqual([]);
    });

    it('is recognised as itself and as nothing else', async () => {
      const content = `${templateCsv(template)}${example(template)}`;
      const known = await Promise.all(
        SOURCES.map(async (source) => ((await recognises(source, content)) ? source.id : null)),
      );
      expect(known.filter((id) => id !== null)).toEqual([sourceOfTemplate(template)]);
    });

    it('says of each column what it holds, by an example that is allowed', () => {
      const schema = templateSchemaJson(template);
      expect(schema['columns']).toHaveLength(template.columns.length);
      expect(JSON.stringify(schema)).not.toContain('undefined');
    });

    it('takes hostile text in any cell for a fault or a value, and loses no row in silence', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 11 }),
            {
              minLength: 1,
              maxLength: 4,
            },
          ),
          async (rows) => {
            const text = rows.map((cells) => cells.map((cell) => quoted(`v${cell}`)).join(',')).join('\r\n');
            const checked = await check(`${templateCsv(template)}${text}\r\n`, template.name);
            const bad = new Set(checked.faults.map(({ line }) => line));
            expect(checked.goodRows + bad.size).toBeGreaterThanOrEqual(checked.rows);
          },
        ),
        { numRuns: 15 },
      );
    });
  },
);

describe('a template', () => {
  it('is a CSV that a spreadsheet opens cleanly: a byte-order mark, one line of headings, no remarks', () => {
    expect(HEAD.startsWith('\uFEFFforce,month,')).toBe(true);
    expect(HEAD.endsWith('\r\n')).toBe(true);
    expect(HEAD.trim().split('\n')).toHaveLength(1);
  });

  it('that does not exist is answered by the nearest', () => {
    expect(() => requireTemplate(templates, 'call-999')).toThrow(/no template called "call-999"/);
  });
});

describe('a check', () => {
  it('reads what a spreadsheet makes of a month, blank optional cells and marks', async () => {
    const checked = await check(
      `${HEAD}${GOOD}Met,May-23,Operator,120,100,15,5,\r\nMet,01/06/2023,operator,1000,900,c,c,x\r\n`,
    );
    expect(checked).toMatchObject({ rows: 3, goodRows: 3, faults: [], warnings: [] });
  });

  it('finds parts that do not make their whole, where all are given', async () => {
    const checked = await check(`${HEAD}Met,2023-04,operator,100,80,15,4,8\r\n`);
    expect(checked.faults).toMatchObject([
      { line: 2, column: 'calls_answered', position: 4, found: '100', nearest: '99' },
    ]);
  });

  it('finds a part larger than its whole', async () => {
    const taser = requireTemplate(templates, 'taser-on-children');
    const row = 'Met,2023-06,red-dot,11 to 17,Male,White,3,4,Ethics panel\r\n';
    expect(problems(await check(`${templateCsv(taser)}${row}`))).toEqual([
      '2 reviewed: is more than the whole: "uses" is 3',
    ]);
  });

  it('refuses two clocks in one return', async () => {
    const checked = await check(`${HEAD}${GOOD}Met,2023-05,force,100,80,15,5,8\r\n`);
    expect(problems(checked)).toEqual([
      '3 clock_start: line 2 says "operator": figures of both kinds do not belong in one return',
    ]);
  });

  it('finds a second row about the same thing, under another name of the area', async () => {
    expect(problems(await check(`${HEAD}${GOOD}Met,2023-04,operator,1,1,0,0,1\r\n`))).toEqual([
      '3 null: line 2 is about the same force, month, clock_start',
    ]);
  });

  it('goes on after a quote that is never closed, and finds a comma that is not in quotes', async () => {
    const checked = await check(
      `${HEAD}"Met,2023-04,operator,1,1,0,0,1\r\n${GOOD}Met,2023-05,operator,1,1,0,0,1,9\r\n`,
    );
    expect(problems(checked)).toEqual([
      '2 null: a quote is opened and never closed',
      '4 null: a cell beyond the last heading: a comma in the row is not in quotes',
    ]);
    expect(checked).toMatchObject({ rows: 3, goodRows: 1 });
  });

  it('names headings that are missing, misspelt, repeated, merged or too many, and still looks at the cells', async () => {
    const text = 'force,month,clock_strat,calls_answered,month,,answered_under_10s,officer_name\r\n';
    const checked = await check(`${text}Total,2023-04,operator,1,1,1,1,Bob\r\n`, 'calls-999');
    const found = problems(checked).join('\n');
    expect(found).toContain('the column "clock_start" is missing');
    expect(found).toContain('1 clock_strat: no column of this template');
    expect(found).toContain('1 month: the column stands there twice');
    expect(found).toContain('a heading is blank');
    expect(found).toContain('1 officer_name: no column of this template');
    expect(found).toContain('2 force: a row of totals');
    expect(checked.faults.find(({ column }) => column === 'clock_strat')?.nearest).toBe('clock_start');
    expect(checked.goodRows).toBe(0);
  });

  it('refuses lines above the headings', async () => {
    const checked = await check(`Return of the contact centre\r\n${HEAD.slice(1)}${GOOD}`, 'calls-999');
    expect(problems(checked)).toEqual(['1 null: the headings stand on line 2: take out what is above them']);
  });

  it('reads semicolons and other encodings, and says so', async () => {
    const text = Buffer.from(
      `${HEAD.slice(1).replaceAll(',', ';')}M\u00e9t;2023-04;operator;1;1;0;0;1\r\n`,
      'latin1',
    );
    const checked = await check(new Uint8Array(text));
    expect(checked.warnings).toHaveLength(2);
    expect(checked.faults).toMatchObject([
      { column: 'force', found: 'M\u00e9t', nearest: 'Metropolitan Police' },
    ]);
  });

  it('says that nothing is there', async () => {
    expect(problems(await check(HEAD))).toEqual(['1 null: there is no row below the header']);
    await expect(check('')).rejects.toThrow(/no rows/);
    await expect(check('a,b\r\n1,2\r\n')).rejects.toThrow(/those of no template/);
  });

  it('finds the same rows good that the importer keeps', async () => {
    const content = `${HEAD}${GOOD}Met,2023-05,force,1,1,0,0,1\r\nMet,2023-06,operator,"1,200",1,0,0,1\r\n`;
    const read = await readText(sourceOf(calls), content);
    expect(read).toMatchObject({ rowsRead: 3, rowsKept: (await check(content)).goodRows });
    expect(read.rejects.map(({ line }) => line)).toEqual([3, 4]);
  });
});

describe('a return in the lake', () => {
  it('keeps which clock timed it, withheld figures as marks, and who sent it', async () => {
    const read = await readText(sourceOf(calls), `${HEAD}Met,2023-04,operator,100,80,c,c,\r\n`);
    expect(read).toMatchObject({
      scope: 'return-calls-999/metropolitan',
      force: 'metropolitan',
      citation: { publisher: 'Metropolitan Police' },
    });
    expect(read.rows).toMatchObject([
      {
        measure: '999 calls answered',
        value: 100,
        category: 'operator',
        period_from: '2023-04-01',
        period_to: '2023-04-30',
      },
      { measure: '999 calls answered in under 10 seconds', value: 80 },
      { value: null, flag: 'c' },
      { value: null, flag: 'c' },
      { measure: 'Mean wait of 999 calls', value: null, flag: 'x' },
    ]);
  });

  it('is refused whole while its headings are wrong', async () => {
    await expect(
      readText(sourceOf(calls), `${HEAD.trimEnd()},officer\r\n${GOOD.trimEnd()},Bob\r\n`),
    ).rejects.toThrow(/no column of this template/);
  });
});
