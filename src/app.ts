import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAreas, loadBreaks, loadComparators } from './areas/index.ts';
import type { ReadingSide } from './evidence/index.ts';
import { CATALOGUE_DIR } from './foundation/catalogue-dir.ts';
import { Lake } from './lake/lake.ts';
import { openWorkspace } from './lake/workspace.ts';
import { loadMeasures } from './measures/index.ts';

/** Builds the program's reading side for a workspace: catalogue first, then the lake under it. */
export function buildApp(workspaceDir: string): ReadingSide {
  const workspace = openWorkspace(workspaceDir);
  const areas = loadAreas(CATALOGUE_DIR);
  return {
    workspace,
    version: programVersion(),
    areas,
    comparators: loadComparators(CATALOGUE_DIR, areas),
    breaks: loadBreaks(CATALOGUE_DIR, areas),
    measures: loadMeasures(CATALOGUE_DIR),
    lake: new Lake(workspace),
  };
}

/** The version in package.json. */
export function programVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
