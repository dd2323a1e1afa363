import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadComparators } from '../../src/areas/index.ts';
import { measureSummary } from '../../src/evidence/measure-summary.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import { seriesOf, type Observation, type SeriesRequest } from '../../src/measures/index.ts';
import {
  loadTemplates,
  requireTemplate,
  sourceOfTemplate,
} from '../../src/sources/templates/load-templates.ts';
import { templateCsv } from '../../src/sources/templates/template-text.ts';
import { lakeOf, type MadeLake } from './made-lake.ts';

const templates = loadTemplates();
const MET = 'Metropolitan Police';

// Figures made up for the test.
const RETURNS: Readonly<Record<string, readonly string[]>> = {
  'calls-999': [
    `${MET},2023-04,operator,100,80,15,5,10`,
    `${MET},2023-05,operator,300,270,20,10,6`,
    `${MET},2023-07,operator,200,150,c,c,8`,
  ],
  'calls-101': [
    `${MET},2023-04,queue,60 seconds,100,75,25,90`,
    `${MET},2023-05,queue,60 seconds,100,85,15,60`,
  ],
  'user-satisfaction': [
    `${MET},2022-07,2023-06,telephone,all,whole experience,0.68,2400,0.012`,
    `${MET},2022-07,2023-06,telephone,all,follow-up,0.55,2400,`,
    `${MET},2022-07,2023-06,telephone,robbery,whole experience,0.6,300,`,
  ],
  'telephone-digital-satisfaction': [`${MET},2022-07,2023-06,online,all,treatment,0.4,1000,`],
  'handcuffing-in-searches': [
    `${MET},2023-06,officer-defined,18-24,Black,both forms,compliant,30`,
    `${MET},2023-06,officer-defined,18-24,Black,search record only,compliant,20`,
    `${MET},2023-06,officer-defined,18-24,Black,force form only,non-compliant,10`,
    `${MET},2023-06,officer-defined,18-24,Black,search record only,none,50`,
  ],
  'taser-on-children': [
    `${MET},2023-06,red-dot,11 to 17,Male,White,4,4,Ethics panel`,
    `${MET},2023-06,fired,11 to 17,Male,Black,1,0,none`,
  ],
  'victims-ethnicity': [
    `Camden,2023-06,robbery,online,White,10`,
    `Camden,2023-06,robbery,online,Refused,5`,
    `Camden,2023-06,robbery,online,Not recorded,25`,
  ],
  assurance: [`${MET},2023-04,2023-06,stop and search,second line,Review of video,400,36,nothing yet`],
};

describe('measures of returns', () => {
  let folder: string;
  let context: MadeLake;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scrutineer-returns-'));
    for (const [name, rows] of Object.entries(RETURNS)) {
      const text = `${templateCsv(requireTemplate(templates, name))}${rows.join('\r\n')}\r\n`;
      await writeFile(join(folder, `${name}.csv`), text);
    }
    context = await lakeOf([folder]);
  });

  afterAll(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function series(measure: string, more: Partial<SeriesRequest> = {}): Promise<readonly Observation[]> {
    return (await seriesOf(context, { measure, areas: [MET], ...more })).observations;
  }

  it('are fed by every template: each has a measure that reads it', () => {
    const read = new Set(
      context.measures
        .list()
        .flatMap(({ feeds }) => feeds.flatMap((feed) => (feed.kind === 'table' ? [feed.source] : []))),
    );
    expect(templates.map(sourceOfTemplate).filter((source) => !read.has(source))).toEqual([]);
    expect(context.report.totals).toMatchObject({ imported: templates.length, rows_rejected: 0 });
  });

  it('give the share of 999 calls answered in time, and leave a month that nobody sent open', async () => {
    const found = await series('calls-999-within-10-seconds');
    expect(found.map(({ period, value }) => [period, value])).toEqual([
      ['2023-04', 0.8],
      ['2023-05', 0.9],
      ['2023-07', 0.75],
    ]);
  });

  it('weigh a mean wait over months by the calls of each', async () => {
    const [quarter] = await series('calls-999-mean-wait', { every: 'quarter', to: undefined });
    // June was not sent, so the quarter has no value; April and May alone would look like it.
    expect(quarter).toMatchObject({ period: '2023 Q2', value: null });
    const [april, may] = await series('calls-999-mean-wait');
    expect([april?.value, may?.value]).toEqual([10, 6]);
    expect(((april?.numerator ?? 0) + (may?.numerator ?? 0)) / 400).toBe(7);
  });

  it('keep bands that were withheld as withheld', async () => {
    const bands = await series('calls-999', { by: 'wait' });
    const july = bands.filter(({ period }) => period === '2023-07');
    expect(july.map(({ group, value, flags }) => [group, value, flags])).toEqual([
      ['10 to 60 seconds', null, ['c']],
      ['60 seconds or more', null, ['c']],
      ['under 10 seconds', 150, []],
    ]);
  });

  it('give the share of 101 calls abandoned', async () => {
    expect((await series('calls-101-abandoned')).map(({ value }) => value)).toEqual([0.25, 0.15]);
  });

  it('keep two surveys of satisfaction apart, and one stage from another', async () => {
    const [whole] = await series('user-satisfaction');
    expect(whole).toMatchObject({ value: 0.68, from: '2022-07-01', to: '2023-06-30' });
    expect(whole?.lower).toBeCloseTo(0.68 - 1.959964 * 0.012, 6);
    expect(
      (await series('user-satisfaction', { by: 'stage' })).map(({ group, value }) => [group, value]),
    ).toEqual([
      ['follow-up', 0.55],
      ['whole experience', 0.68],
    ]);
    // The other survey's return has only one stage, which is no whole experience.
    expect(await series('telephone-digital-satisfaction')).toEqual([]);
  });

  it('show handcuffing with the records that it rests on', async () => {
    expect(await series('handcuffing-in-searches')).toMatchObject([{ numerator: 50, denominator: 100 }]);
    expect(await series('handcuffing-records-linked')).toMatchObject([{ numerator: 30, denominator: 60 }]);
    const records = await series('handcuffing-records-linked', { by: 'records' });
    expect(records.map(({ group, numerator }) => [group, numerator])).toEqual([
      ['both forms', 30],
      ['search record only', 20],
      ['force form only', 10],
    ]);
  });

  it('find the one use of Taser on a child without a review', async () => {
    expect(await series('taser-on-children-reviewed')).toMatchObject([
      { numerator: 4, denominator: 5, value: 0.8 },
    ]);
  });

  it('tell apart why an ethnicity is not known', async () => {
    const camden = { areas: ['Camden'] };
    expect(await series('victims-ethnicity-recorded', camden)).toMatchObject([{ value: 0.25 }]);
    const status = await series('victims-ethnicity-recorded', { ...camden, by: 'status' });
    expect(Object.fromEntries(status.map(({ group, numerator }) => [group ?? '', numerator]))).toMatchObject({
      recorded: 10,
      refused: 5,
      'not recorded': 25,
    });
  });

  it('say of assurance what was found, by what was done', async () => {
    expect(await series('assurance-found-wanting', { by: 'activity' })).toMatchObject([
      {
        group: 'second line, Review of video, nothing yet',
        value: 0.09,
        from: '2023-04-01',
        to: '2023-06-30',
      },
    ]);
  });
});

describe('two clocks', () => {
  let folder: string;
  let context: MadeLake;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scrutineer-returns-'));
    const head = templateCsv(requireTemplate(templates, 'calls-999'));
    await writeFile(join(folder, 'one.csv'), `${head}${MET},2023-04,operator,100,80,15,5,10\r\n`);
    await writeFile(join(folder, 'two.csv'), `${head}${MET},2023-05,force,100,90,5,5,4\r\n`);
    await writeFile(join(folder, 'other.csv'), `${head}Greater Manchester,2023-04,force,100,90,5,5,4\r\n`);
    context = await lakeOf([folder]);
  });

  afterAll(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });

  const measure = 'calls-999-within-10-seconds';

  it('are refused by name in one series, and in one comparison', async () => {
    await expect(seriesOf(context, { measure, areas: [MET] })).rejects.toThrow(
      /clock start is .*"force" \(Metropolitan Police, 2023-05 to 2023-05\).*"operator" \(Metropolitan Police, 2023-04 to 2023-04\)|clock start is .*"operator".*"force"/,
    );
    const both = { measure, areas: [MET, 'Greater Manchester'], to: '2023-04-30' as SeriesRequest['to'] };
    await expect(seriesOf(context, both)).rejects.toThrow(/Greater Manchester/);
  });

  it('are shown side by side when asked for as such', async () => {
    const { observations } = await seriesOf(context, { measure, areas: [MET], by: 'clock-start' });
    expect(observations.map(({ group, period, value }) => [group, period, value])).toEqual([
      ['force', '2023-05', 0.9],
      ['operator', '2023-04', 0.8],
    ]);
  });

  it('do not stop a table of many measures: the line says why it is empty', async () => {
    const comparators = loadComparators(CATALOGUE_DIR, context.areas);
    const summary = await measureSummary({ ...context, comparators }, measure, MET);
    expect(summary).toMatchObject({ held: null, refused: expect.stringContaining('clock start') as string });
  });

  it('do not stop a series that has one of them', async () => {
    const { observations } = await seriesOf(context, { measure, areas: ['Greater Manchester'] });
    expect(observations).toMatchObject([{ value: 0.9 }]);
  });
});
