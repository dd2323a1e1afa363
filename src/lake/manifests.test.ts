import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Manifests } from './manifests.ts';
import type { Release } from './release.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'scrutineer-manifests-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const release = (id: string, rows: number): Release =>
  ({ release: id, imported_at: '2026-01-01T00:00:00Z', rows, files: [] }) as unknown as Release;

describe('a reader of manifests', () => {
  it('sees every release at once, also many within one tick of the file system’s clock', () => {
    const [writer, reader] = [new Manifests(dir), new Manifests(dir)];
    const versions = new Set([reader.state().version]);
    for (let count = 1; count <= 60; count++) {
      writer.commit(release(`r${count}`, 1));
      expect(reader.list()).toHaveLength(count);
      versions.add(reader.state().version);
    }
    expect(versions.size).toBe(61);
  });

  it('sees a manifest that another process has put in the place of an earlier one', () => {
    const [writer, reader] = [new Manifests(dir), new Manifests(dir)];
    for (let rows = 1; rows <= 20; rows++) {
      const before = reader.state();
      writer.commit(release('placed', rows));
      expect(reader.list().map((each) => each.rows)).toEqual([rows]);
      expect(reader.state().version).not.toBe(before.version);
      expect(reader.state().prints.get('placed')).not.toBe(before.prints.get('placed'));
    }
  });

  it('names the same manifests alike in every process, and does not look twice at a lake at rest', async () => {
    new Manifests(dir).commit(release('one', 1));
    const [a, b] = [new Manifests(dir), new Manifests(dir)];
    expect(a.state().version).toBe(b.state().version);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(a.state()).toBe(a.state());
  });
});
