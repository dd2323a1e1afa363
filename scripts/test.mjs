// npm test: everything that can be tested on this machine, and what could not be and why. Runs on whatever Node the
// machine has (20 or later) and hands each check to the project's own. `--only NAME[,NAME]` runs some of them;
// what follows `--` goes to vitest (`npm test -- --only unit -- src/lake`).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, environment, node, root } from './ensure-installed.mjs';
import { describeReport, readReport } from './test-report.mjs';

/** Checks of the code as it is written: each counts as one test. */
const CHECKS = [
  {
    name: 'format',
    says: 'prettier',
    run: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  { name: 'lint', says: 'oxlint, with types', run: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', says: 'tsc', run: ['typescript/bin/tsc'] },
  { name: 'types', says: 'tsc, browser script', run: ['typescript/bin/tsc', '-p', 'src/web/browser'] },
  {
    name: 'walls',
    says: 'dependency-cruiser',
    run: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      'src',
      'bin',
      'scripts',
      'test',
      'bench',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
    ],
  },
  { name: 'dead-code', says: 'knip', run: ['knip/bin/knip.js', '--no-progress'] },
];

/** Runs of vitest. Its workers are limited to two in vitest.config.ts. */
const SUITES = [
  {
    name: 'unit',
    says: 'tests beside the code, and those that cross rooms',
    args: ['--exclude', 'test/browser/**'],
  },
  { name: 'browser', says: 'pages in Chromium', args: ['test/browser/'] },
];

const { only, rest } = parseArguments(process.argv.slice(2));
ensureInstalled();
const env = { ...environment(), TZ: 'UTC', NO_UPDATE_NOTIFIER: '1' };
const scratch = mkdtempSync(join(tmpdir(), 'scrutineer-test-'));
const total = { passed: 0, failed: 0, skipped: 0, failures: [], skips: new Map() };

try {
  for (const check of CHECKS) if (only.has(check.name)) runCheck(check);
  for (const suite of SUITES) if (only.has(suite.name)) runSuite(suite);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(describeReport(total));
process.exitCode = total.failed === 0 ? 0 : 1;

function runCheck({ says, run }) {
  const ok = step(says, run) === 0;
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) total.failures.push(says);
}

function runSuite({ name, says, args }) {
  const output = join(scratch, `${name}.json`);
  const status = step(says, [
    'vitest/vitest.mjs',
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...args,
    ...rest,
  ]);
  const report = readReport(
    existsSync(output) ? readFileSync(output, 'utf8') : null,
    status,
    process.env.CI === 'true',
  );
  total.passed += report.passed;
  total.failed += report.failed;
  total.skipped += report.skipped;
  total.failures.push(...report.failures);
  for (const [reason, count] of report.skips) total.skips.set(reason, (total.skips.get(reason) ?? 0) + count);
}

/** Runs one tool of node_modules under the project's own Node. Gives its exit code. */
function step(says, [script, ...args]) {
  const started = Date.now();
  process.stdout.write(`\n── ${says}\n`);
  const { status } = spawnSync(node, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.stdout.write(
    `── ${says}: ${status === 0 ? 'good' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
  return status ?? 1;
}

function parseArguments(args) {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  const names = [...new Set([...CHECKS, ...SUITES].map(({ name }) => name))];
  const at = own.indexOf('--only');
  const listed = at === -1 ? names : (own[at + 1] ?? '').split(',');
  const chosen = new Set(
    listed.flatMap((name) => (name === 'static' ? CHECKS.map((check) => check.name) : [name])),
  );
  const unknown = [...chosen].filter((name) => !names.includes(name));
  if (unknown.length > 0 || own.length > (at === -1 ? 0 : 2)) {
    process.stderr.write(
      `npm test -- --only NAME[,NAME] -- VITEST ARGUMENTS. Names: ${names.join(', ')}; static is all but unit and browser.\n`,
    );
    process.exit(2);
  }
  return { only: chosen, rest: end === -1 ? [] : args.slice(end + 1) };
}
