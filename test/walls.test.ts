import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** One forbidden import each: the file that imports, what it imports, and the wall that must refuse it. */
const FORBIDDEN = [
  ['src/foundation/dates.ts', '../areas/index.ts', 'walls-of-foundation'],
  ['src/statistics/mean.ts', '../lake/engine.ts', 'walls-of-statistics'],
  ['src/statistics/file.ts', 'node:fs', 'pure-rooms'],
  ['src/charts/line.ts', '../measures/series.ts', 'walls-of-charts'],
  ['src/charts/spark.ts', '../statistics/index.ts', 'walls-of-charts'],
  ['src/lake/views.ts', '../sources/registry.ts', 'walls-of-lake'],
  ['src/sources/street.ts', '../measures/series.ts', 'walls-of-sources'],
  ['src/measures/rate.ts', '../web/page.ts', 'walls-of-measures'],
  ['src/measures/duck.ts', '@duckdb/node-api', 'duckdb-behind-the-lake'],
  ['src/evidence/claim.ts', '../charts/index.ts', 'walls-of-evidence'],
  ['src/evidence/page.ts', '../web/page.ts', 'walls-of-evidence'],
  ['src/evidence/close.ts', '../publish/disclosure/policy.ts', 'disclosure-at-the-door'],
  ['src/record/minutes.ts', '../measures/series.ts', 'walls-of-record'],
  ['src/record/finding.ts', '../evidence/finding.ts', 'walls-of-record'],
  ['src/publish/pack.ts', '../web/page.ts', 'walls-of-publish'],
  ['src/web/run.ts', '../cli/main.ts', 'walls-of-web'],
  ['src/web/store.ts', 'kysely', 'database-behind-the-record'],
  ['src/opening/page.ts', '../web/page.ts', 'walls-of-opening'],
  ['src/areas/far.ts', '../lake/engine.ts', 'walls-of-areas'],
  ['src/measures/deep.ts', '../statistics/mean.ts', 'entry-of-statistics'],
  ['src/attic/box.ts', '../foundation/dates.ts', 'no-unknown-room'],
  ['src/web/helper.ts', '../../test/helper.ts', 'no-test-code-in-the-program'],
  ['src/lake/about.ts', './round.ts', 'no-circular'],
  ['src/sources/gone.ts', './nowhere.ts', 'not-to-unresolvable'],
] as const;

/** What the walls must let through. */
const ALLOWED = [
  ['src/measures/good.ts', '../statistics/index.ts'],
  ['src/evidence/good.ts', '../record/minutes.ts'],
  ['src/web/good.ts', '../evidence/finding.ts'],
  ['src/sources/good.ts', '../areas/index.ts'],
] as const;

const TARGETS = [
  'src/areas/index.ts',
  'src/charts/index.ts',
  'src/cli/main.ts',
  'src/evidence/finding.ts',
  'src/lake/engine.ts',
  'src/measures/series.ts',
  'src/publish/disclosure/policy.ts',
  'src/sources/registry.ts',
  'src/statistics/index.ts',
  'src/web/page.ts',
  'test/helper.ts',
];

describe('the walls between rooms', () => {
  let house: string;
  let violations: ReadonlySet<string>;

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'scrutineer-walls-'));
    const put = (path: string, text: string): void => {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    };
    for (const path of TARGETS) put(path, 'export const here = 1;\n');
    for (const [path, imported] of [...FORBIDDEN, ...ALLOWED]) put(path, `export * from '${imported}';\n`);
    put('src/lake/round.ts', `export * from './about.ts';\n`);
    put('src/charts/alone.ts', 'const nothing = 1;\n');
    for (const name of ['kysely', '@duckdb/node-api']) {
      put(
        `node_modules/${name}/package.json`,
        `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`,
      );
      put(`node_modules/${name}/index.js`, '');
    }
    put(
      'package.json',
      '{ "name": "house", "dependencies": { "kysely": "1.0.0", "@duckdb/node-api": "1.0.0" } }',
    );
    violations = await violationsIn(house);
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  test.each(FORBIDDEN)('%s may not import %s (%s)', (path, _imported, wall) => {
    expect(violations).toContain(`${wall}: ${path}`);
  });

  test.each(ALLOWED)('%s may import %s', (path) => {
    expect([...violations].filter((violation) => violation.endsWith(`: ${path}`))).toEqual([]);
  });

  test('a file that nothing imports and that imports nothing is refused', () => {
    expect(violations).toContain('no-orphans: src/charts/alone.ts');
  });
});

interface Rules {
  readonly forbidden: IFlattenedRuleSet['forbidden'];
  readonly options: ICruiseOptions;
}

/** Cruises a made-up house by the project's own rules. */
async function violationsIn(baseDir: string): Promise<ReadonlySet<string>> {
  const path = new URL('../.dependency-cruiser.mjs', import.meta.url).href;
  const { default: rules } = (await import(path)) as { default: Rules };
  const { tsConfig: _tsConfig, ...options } = rules.options;
  const result = await cruise(['src', 'test'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden ?? [] },
  });
  if (typeof result.output === 'string') throw new TypeError('expected a result, not a report');
  return new Set(result.output.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
}
