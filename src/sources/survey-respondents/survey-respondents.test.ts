import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localFile } from '../input/local-file.ts';
import { sampleOf } from '../input/sample.ts';
import { readQuery } from '../raw/testing.ts';
import { surveyRespondents } from './survey-respondents.ts';

const HEADER = 'survey,date,area,weight,stratum,cluster,question,answer';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrutineer-respondents-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function file(text: string) {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  await writeFile(path, text);
  return localFile(path);
}

test('an answer becomes a row with its weight and its place in the sample', async () => {
  const given = await file(
    `# a remark\n${HEADER}\nPAS,2023-03-31,Barking & Dagenham,2.2,B: 16-34,B 7,trust,agrees\n`,
  );
  expect(surveyRespondents.recognises(await sampleOf(given))).toBe(true);
  const { rows, staged } = await readQuery(
    surveyRespondents,
    given,
    'SELECT survey, CAST("date" AS VARCHAR) AS "date", area, weight, stratum, "cluster", question, answer FROM staged',
  );
  expect(rows).toEqual([
    {
      survey: 'PAS',
      date: '2023-03-31',
      area: 'Barking and Dagenham',
      weight: 2.2,
      stratum: 'B: 16-34',
      cluster: 'B 7',
      question: 'trust',
      answer: 'agrees',
    },
  ]);
  expect(staged.rowsRejected).toBe(0);
});

test('a weight, date or area that is none rejects its row by name, and keeps the others', async () => {
  const given = await file(
    `${HEADER}\nPAS,2023-03-31,Camden,x,s,c,trust,agrees\nPAS,2023-02-31,Camden,1,s,c,trust,agrees\nPAS,2023-03-31,Narnia,1,s,c,trust,agrees\nPAS,2023-03-31,Camden,1,s,c,trust,agrees\n`,
  );
  const { staged } = await readQuery(surveyRespondents, given);
  expect(staged.rowsKept).toBe(1);
  expect(staged.rejects.map(({ line, column }) => [line, column])).toEqual([
    [2, 'weight'],
    [3, 'date'],
    [4, 'area'],
  ]);
});
