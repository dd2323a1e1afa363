import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicClaim } from '../../src/evidence/index.ts';
import { buildOpeningWorkspace } from '../../src/opening/build-opening-workspace.ts';
import { run } from './command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrutineer-opening-'));
const workspace = join(folder, 'opening');

beforeAll(async () => {
  await buildOpeningWorkspace(
    workspace,
    () => new Date('2026-11-01T12:00:00Z'),
    () => undefined,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function json<Answer>(...args: readonly string[]): Promise<Answer> {
  const { code, out, err } = await run(...args, '--json', '--workspace', workspace);
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  return JSON.parse(out) as Answer;
}

describe('the opening workspace', () => {
  it('is whole, and leaves nothing beside it', () => {
    expect(existsSync(join(workspace, 'workspace.json'))).toBe(true);
    expect(existsSync(`${workspace}.building`)).toBe(false);
    expect(existsSync(`${workspace}.building.lock`)).toBe(false);
  });

  it('says of each bound sentence whether it holds', async () => {
    const { claims } = await json<{ claims: PublicClaim[] }>('claims', '--record', '2023-08-31', '--check');
    const bound = Object.fromEntries(
      claims
        .filter(({ question }) => question !== null)
        .map(({ id, state, then, now }) => [id, [state, then?.verdict, now?.verdict]]),
    );
    expect(bound).toEqual({
      'violence-below-national': ['holds', 'supported', 'no-data'],
      'violence-below-similar-forces': ['holds', 'supported', 'no-data'],
      'robbery-above-other-forces': ['holds', 'supported', 'no-data'],
      'robbery-turning-down': ['not-borne-out', 'uncertain', 'contradicted'],
      'lowest-trust-boroughs': ['no-longer-holds', 'supported', 'uncertain'],
      'waltham-forest-decline': ['no-longer-holds', 'supported', 'uncertain'],
    });
    const states = new Set(claims.map(({ state }) => state));
    expect(states.has('not-checkable') && states.has('cannot-be-checked')).toBe(true);
  });

  it('gives every claim the keys that others script against', async () => {
    const { claims } = await json<{ claims: PublicClaim[] }>('claims', '--record', '2023-08-31', '--check');
    for (const claim of claims) {
      expect(Object.keys(claim)).toEqual(
        expect.arrayContaining([
          'record',
          'paragraph',
          'text',
          'kind',
          'question',
          'state',
          'data_revised',
          'then',
          'now',
        ]),
      );
      for (const side of [claim.then, claim.now]) {
        if (side)
          expect(Object.keys(side)).toEqual(
            expect.arrayContaining(['verdict', 'sentence', 'numbers', 'caveats', 'from', 'to', 'inputs']),
          );
      }
    }
    expect(JSON.stringify(claims)).not.toMatch(/NaN|Infinity/);
  });

  it('knows the published figures that the record speaks of', async () => {
    const rate = async (measure: string, area: string): Promise<number | null> => {
      const { observations } = await json<{ observations: { value: number | null }[] }>(
        'series',
        measure,
        '--area',
        area,
      );
      return observations.at(-1)?.value ?? null;
    };
    expect(await rate('violence-against-the-person-rate', 'Metropolitan Police')).toBeCloseTo(26.89, 2);
    expect(await rate('violence-against-the-person-rate', 'England and Wales')).toBeCloseTo(35.22, 2);
    expect(await rate('violence-against-the-person-rate', 'Greater Manchester')).toBeCloseTo(47.3, 2);
    expect(await rate('robbery-rate', 'West Midlands')).toBeCloseTo(2.72, 2);
  });

  it('tells what was known on a day from what is known now', async () => {
    const august = async (...options: string[]): Promise<unknown> => {
      const { observations } = await json<{ observations: { value: number | null }[] }>(
        'series',
        'robbery',
        '--from',
        '2023-08',
        '--to',
        '2023-08',
        ...options,
      );
      return observations[0]?.value;
    };
    expect([await august('--as-known-on', '2023-12-31'), await august()]).toEqual([2584, 2581]);
  });

  it('answers a question with the keys that others script against', async () => {
    const finding = await json<Record<string, unknown>>('ask', 'compare', 'robbery', '--with', 'national');
    expect(Object.keys(finding)).toEqual(
      expect.arrayContaining([
        'question',
        'verdict',
        'sentence',
        'numbers',
        'caveats',
        'method',
        'method_version',
        'definition',
        'inputs',
      ]),
    );
    expect(finding['inputs']).toEqual([
      { release: expect.any(String) as string, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
  });

  it('carries the citation of every figure', async () => {
    const releases = await json<{ publisher: string; licence: string; address: string }[]>(
      'query',
      'SELECT publisher, licence, address FROM release',
    );
    expect(releases.length).toBeGreaterThanOrEqual(6);
    for (const { publisher, licence, address } of releases) {
      expect(publisher).not.toBe('');
      expect(licence).toContain('Open Government Licence');
      expect(address).toMatch(/^https:\/\//);
    }
  });
});

describe('the command line', () => {
  it('tells wrong usage (2) from a question at fault (1)', async () => {
    const codes = async (...args: string[]): Promise<number> => (await run(...args)).code;
    expect(await codes('--help')).toBe(0);
    expect(await codes('nonsense')).toBe(2);
    expect(await codes('import')).toBe(2);
    expect(await codes('series', 'robbery', '--every', 'fortnight', '--workspace', workspace)).toBe(2);
    expect(await codes('ask', 'compere', 'robbery', '--workspace', workspace)).toBe(2);
    expect(await codes('series', 'robery', '--workspace', workspace)).toBe(1);
    expect(await codes('series', 'robbery', '--area', 'Atlantis', '--workspace', workspace)).toBe(1);
    expect(await codes('query', 'DROP VIEW crime', '--workspace', workspace)).toBe(1);
    expect(await codes('claims', '--workspace', join(folder, 'none'))).toBe(1);
    expect(await codes('import', join(folder, 'none.csv'), '--workspace', workspace)).toBe(1);
  });

  it('offers the near name of a mistyped one', async () => {
    expect((await run('series', 'robery', '--workspace', workspace)).err).toContain(
      'Did you mean "robbery"?',
    );
    expect((await run('series', 'robbery', '--area', 'Hackny', '--workspace', workspace)).err).toContain(
      'Did you mean "Hackney"?',
    );
    expect((await run('imprt')).err).toContain('Did you mean import?');
  });

  it('keeps stdout for the answer alone', async () => {
    const { out, err } = await run(
      'series',
      'robbery',
      '--area',
      'Hackney',
      '--json',
      '--workspace',
      workspace,
    );
    expect((JSON.parse(out) as { observations: unknown[] }).observations).toEqual([]);
    expect(err).toBe('');
  });
});
