import { describe, expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import { loadMeasures } from '../../../measures/index.ts';
import { templateFile, templateLines } from './templates.ts';

const measures = loadMeasures(CATALOGUE_DIR).list();

describe('templates on the data page', () => {
  it('name the measures that a return would give, and whether one is held', () => {
    const lines = templateLines(measures, new Set(['return-calls-999']));
    expect(lines.filter(({ held }) => held).map(({ name }) => name)).toEqual(['calls-999']);
    const calls = lines.find(({ name }) => name === 'calls-999');
    expect(calls?.measures.map(({ id }) => id).toSorted()).toEqual([
      'calls-999',
      'calls-999-mean-wait',
      'calls-999-within-10-seconds',
    ]);
    expect(lines.every(({ measures: own }) => own.length > 0)).toBe(true);
  });

  it('are downloaded as an empty CSV and as a schema, and by no other name', () => {
    expect(templateFile('calls-999.csv').text).toMatch(/^\uFEFFforce,month,/);
    expect(JSON.parse(templateFile('calls-999.schema.json').text)).toMatchObject({ template: 'calls-999' });
    expect(() => templateFile('calls-99.csv')).toThrow(/no template/);
    expect(() => templateFile('../calls-999.csv')).toThrow(/no template/);
  });
});
