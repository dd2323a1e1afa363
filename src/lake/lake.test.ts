import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startDuckDb } from './duckdb.ts';
import { sqlName, sqlText } from './engine.ts';
import { Lake } from './lake.ts';
import type { Release } from './release.ts';
import { columnsOf } from './tables.ts';
import { openOrCreateWorkspace } from './workspace.ts';
import { LakeWriter } from './writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrutineer-lake-'));
const workspace = openOrCreateWorkspace(join(folder, 'ws'), 'own', new Date());
afterEach(() => rmSync(join(workspace.dir, 'lake'), { recursive: true, force: true }));

/** Commits one made-up release of `indicator` with a value a month of 2020. */
async function commit(release: string, value: number, change: Partial<Release> = {}): Promise<void> {
  const writer = await LakeWriter.open(workspace, 'test');
  const parquet = writer.stagingPath('.parquet');
  const filled: Readonly<Record<string, string>> = {
    source: "'test'",
    date: 'make_date(2020, m::INTEGER, 1)',
    value: String(value),
  };
  const select = columnsOf('indicator').map(
    ([name, type]) => `CAST(${filled[name] ?? 'NULL'} AS ${type}) AS ${sqlName(name)}`,
  );
  const duckdb = await startDuckDb();
  const connection = await duckdb.connect();
  await connection.run(
    `COPY (SELECT ${select.join(', ')} FROM range(${Number((change.from ?? '2020-01-01').slice(5, 7))}, 13) t(m)) TO ${sqlText(parquet)} (FORMAT parquet)`,
  );
  duckdb.closeSync();
  const draft = {
    release,
    source: 'test',
    table: 'indicator',
    scope: 'test',
    force: null,
    published: '2021-01-01',
    published_basis: 'stated',
    imported_at: new Date().toISOString(),
    path: "it's.csv",
    member: null,
    sha256: release,
    bytes: 1,
    rows: 12,
    rows_read: 12,
    rows_rejected: 0,
    duplicates: 0,
    from: '2020-01-01',
    to: '2020-12-31',
    supersedes: null,
    title: 'TZ',
    publisher: '',
    licence: '',
    address: '',
    warnings: [],
    rejects: [],
    derived_from: [],
  } as unknown as Release;
  await writer.commit({ ...draft, ...change }, parquet);
  await writer.close();
}

async function one(lake: Lake, sql: string): Promise<unknown> {
  const { rows } = await (await lake.engine()).query(sql);
  return Object.values(rows[0] ?? {})[0];
}

describe('a lake', () => {
  it('is empty tables before anything is imported', async () => {
    const lake = new Lake(workspace);
    expect(await one(lake, 'SELECT count(*) FROM crime')).toBe(0);
    expect(await one(lake, 'SELECT count(*) FROM release')).toBe(0);
    lake.close();
  });

  it('keeps every release and answers from the one in force', async () => {
    await commit('a', 1);
    await commit('b', 2, { published: '2022-01-01', from: '2020-07-01' } as Partial<Release>);
    const lake = new Lake(workspace);
    expect(await one(lake, 'SELECT count(*) FROM indicator')).toBe(18);
    expect(await one(lake, 'SELECT sum(value) FROM indicator_current')).toBe(6 + 12);
    expect(await one(lake, "SELECT title FROM release WHERE release = 'a'")).toBe('TZ');
    lake.close();
  });

  it('notices a release that lands while it is open, whatever was asked first', async () => {
    await commit('a', 1);
    const lake = new Lake(workspace);
    expect(await one(lake, 'SELECT count(*) FROM indicator')).toBe(12);
    await commit('b', 2, { published: '2022-01-01' } as Partial<Release>);
    expect(lake.releases()).toHaveLength(2);
    expect(await Promise.all([1, 2, 3].map(async () => one(lake, 'SELECT count(*) FROM indicator')))).toEqual(
      [24, 24, 24],
    );
    lake.close();
  });

  it('sweeps away what a killed writer left, and nothing else', async () => {
    await commit('a', 1);
    const writer = await LakeWriter.open(workspace, 'test');
    const orphan = writer.stagingPath('.parquet');
    const duckdb = await startDuckDb();
    await (await duckdb.connect()).run(`COPY (SELECT 1 AS x) TO ${sqlText(orphan)} (FORMAT parquet)`);
    duckdb.closeSync();
    const { mkdirSync, copyFileSync, existsSync } = await import('node:fs');
    const left = join(workspace.lakeDir, 'indicator', 'release=left');
    mkdirSync(left, { recursive: true });
    copyFileSync(orphan, join(left, 'x.parquet'));
    await writer.close();
    await (await LakeWriter.open(workspace, 'test')).close();
    expect(existsSync(left)).toBe(false);
    const lake = new Lake(workspace);
    expect(await one(lake, 'SELECT count(*) FROM indicator')).toBe(12);
    lake.close();
  });
});

describe("a user's query", () => {
  const refused = [
    ["COPY indicator TO '/tmp/out.csv'", /could not be run/],
    ['DROP VIEW indicator', /Only SELECT/],
    ['SELECT 1; SELECT 2', /one SELECT/],
    ["SELECT * FROM read_csv('/etc/passwd')", /could not be run/],
    ["SELECT * FROM read_text('/etc/hostname')", /could not be run/],
    ["SELECT * FROM glob('/*')", /could not be run/],
    ['SET threads = 8', /Only SELECT/],
    ["ATTACH '/tmp/x.db'", /Only SELECT/],
    ['INSTALL httpfs', /Only SELECT/],
    ['SELEC 1', /could not be run/],
  ] as const;

  it.each(refused)('refuses %s', async (sql, reason) => {
    await commit('a', 1);
    await expect(new Lake(workspace).queryUntrusted(sql)).rejects.toThrow(reason);
  });

  it('answers a SELECT, with missing as null and no NaN', async () => {
    await commit('a', 1);
    const { rows } = await new Lake(workspace).queryUntrusted(
      "SELECT sum(value) AS total, 0.0::DOUBLE / 0 AS undefined_share, NULL AS nothing, DATE '2020-01-02' AS day, 5000000000::BIGINT AS big FROM indicator",
    );
    expect(rows).toEqual([
      { total: 12, undefined_share: null, nothing: null, day: '2020-01-02', big: 5_000_000_000 },
    ]);
  });
});
