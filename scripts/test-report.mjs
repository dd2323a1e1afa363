// Turns vitest's JSON report into counts, and says in words what was not tested.

/** What may stay untested in CI: only the data that the repository may not carry. A missing browser is a failure there. */
const MAY_SKIP_IN_CI = /^no \.\.\/shared\//;

/**
 * Counts passed, failed and skipped tests. A file that did not load, a run that ended badly without a failed test, and
 * (in CI) a test skipped for no stated reason or for one that CI does not allow each count as failed.
 */
export function readReport(json, status, inCi) {
  const report = { passed: 0, failed: 0, skipped: 0, failures: [], skips: new Map() };
  const fail = (what) => {
    report.failed += 1;
    report.failures.push(what);
  };
  if (json === null) {
    fail('vitest ended without a report');
    return report;
  }
  for (const file of JSON.parse(json).testResults) {
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
      fail(`${file.name} did not load`);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') report.passed += 1;
      else if (test.status === 'failed') fail(test.fullName);
      else {
        const reason = /skipped: ([^()]*)/.exec(test.fullName)?.[1]?.trim() ?? 'no stated reason';
        if (inCi && !MAY_SKIP_IN_CI.test(reason)) fail(`${test.fullName} (skipped in CI: ${reason})`);
        else {
          report.skipped += 1;
          report.skips.set(reason, (report.skips.get(reason) ?? 0) + 1);
        }
      }
    }
  }
  if (status !== 0 && report.failed === 0) fail('vitest ended with an error outside any test');
  return report;
}

/** The end of the output: what failed, what was not tested and why, and `N passed, N failed` as the last line. */
export function describeReport({ passed, failed, skips, failures }) {
  const lines = [''];
  if (failures.length > 0) lines.push('Failed:', ...failures.map((what) => `  ${what}`), '');
  if (skips.size > 0) {
    lines.push('Not tested on this machine:');
    for (const [reason, count] of skips)
      lines.push(`  ${count} ${count === 1 ? 'test' : 'tests'}: ${reason}`);
    lines.push('');
  }
  lines.push(`${passed} passed, ${failed} failed`);
  return `${lines.join('\n')}\n`;
}
