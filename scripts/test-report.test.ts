import { describe, expect, test } from 'vitest';
import { describeReport, readReport } from './test-report.mjs';

const one = (status: string, fullName = 'a test'): { status: string; fullName: string } => ({
  status,
  fullName,
});
const json = (...tests: { status: string; fullName: string }[]): string =>
  JSON.stringify({ testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: tests }] });

describe('counting a run of the tests', () => {
  test('passed, failed and skipped tests are counted', () => {
    const report = readReport(json(one('passed'), one('passed'), one('failed', 'adds up')), 1, false);
    expect(report).toMatchObject({ passed: 2, failed: 1, skipped: 0, failures: ['adds up'] });
  });

  test('a skipped test is listed under its reason', () => {
    const { skips, failed } = readReport(
      json(one('skipped', 'real files (skipped: no ../shared/data) x')),
      0,
      false,
    );
    expect([...skips]).toEqual([['no ../shared/data', 1]]);
    expect(failed).toBe(0);
  });

  test('in CI only missing shared data excuses a test', () => {
    const report = readReport(
      json(
        one('skipped', 'real files (skipped: no ../shared/data) x'),
        one('skipped', 'pages (skipped: no Chromium) y'),
        one('pending', 'for another day'),
      ),
      0,
      true,
    );
    expect(report).toMatchObject({ skipped: 1, failed: 2 });
  });

  test('a file that does not load is a failure', () => {
    const broken = JSON.stringify({
      testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }],
    });
    expect(readReport(broken, 1, false).failures).toEqual(['b.test.ts did not load']);
  });

  test('a run without a report, or one that ends badly with every test passed, is a failure', () => {
    expect(readReport(null, 1, false).failed).toBe(1);
    expect(readReport(json(one('passed')), 1, false).failed).toBe(1);
  });

  test('the last line is the count', () => {
    const text = describeReport({
      passed: 3,
      failed: 1,
      skips: new Map([['no Chromium', 2]]),
      failures: ['adds up'],
    });
    expect(text.split('\n').at(-2)).toBe('3 passed, 1 failed');
    expect(text).toContain('2 tests: no Chromium');
  });
});
